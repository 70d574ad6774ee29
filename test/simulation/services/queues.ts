import type { Json } from '../world/process.ts';
import type { Scheduler } from '../world/scheduler.ts';

/** A message in a queue. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: Json;
  readonly sentAt: number;
  receives: number;
  visibleAt: number;
  /** The last that received it may delete it, and nobody else. */
  receipt: string;
}

/** A queue as it is set up. */
export interface QueueSettings {
  readonly name: string;
  readonly visibilitySeconds: number;
  /** After so many receives a message goes to this queue. */
  readonly redrive?: { readonly to: string; readonly receives: number } | undefined;
}

/** A standard queue: at least once, in hardly any order. */
export interface Queue extends QueueSettings {
  readonly messages: readonly Message[];
  send: (body: string, attributes?: Json, sent?: Pick<Message, 'sentAt'>) => Message;
  /** Up to so many messages that nobody has at the moment; those received too often go to the dead letters. */
  receive(
    limit: number,
    order?: (visible: readonly Message[]) => readonly Message[],
    seconds?: number,
  ): Message[];
  remove(receipt: string): void;
  hide(receipt: string, seconds: number): boolean;
  /** Shows a message later. */
  putOff(message: Message, milliseconds: number): void;
  /** Called as soon as there may be something to receive. */
  onVisible: (() => void) | undefined;
}

interface QueueDeps {
  scheduler: Scheduler;
  newId: () => string;
  /** A message was received too often. */
  onDeadLetter: (message: Message) => void;
}

/** Makes an empty queue. */
export function makeQueue(settings: QueueSettings, { scheduler, newId, onDeadLetter }: QueueDeps): Queue {
  let messages: Message[] = [];

  function show(message: Message): void {
    const wait = Math.max(0, message.visibleAt - scheduler.now);
    scheduler.after(wait, () => {
      const isThere = messages.includes(message) && message.visibleAt <= scheduler.now;
      if (isThere) queue.onVisible?.();
    });
  }

  const queue: Queue = {
    ...settings,
    onVisible: undefined,
    get messages() {
      return messages;
    },
    send(body, attributes = {}, { sentAt } = { sentAt: scheduler.now }) {
      const message = {
        id: newId(),
        body,
        attributes,
        sentAt,
        receives: 0,
        visibleAt: scheduler.now,
        receipt: '',
      };
      messages.push(message);
      show(message);
      return message;
    },
    receive(limit, order = visible => visible, seconds = settings.visibilitySeconds) {
      const visible = messages.filter(({ visibleAt }) => visibleAt <= scheduler.now);
      const { redrive } = settings;
      const dead = visible.filter(({ receives }) => redrive !== undefined && receives >= redrive.receives);
      for (const message of dead) {
        messages = messages.filter(other => other !== message);
        onDeadLetter(message);
      }
      const received = order(visible.filter(message => !dead.includes(message))).slice(0, limit);
      for (const message of received) {
        message.receives += 1;
        message.visibleAt = scheduler.now + seconds * 1000;
        message.receipt = `${message.id}/${message.receives}`;
        show(message);
      }
      return received;
    },
    remove(receipt) {
      messages = messages.filter(message => message.receipt !== receipt);
    },
    putOff(message, milliseconds) {
      message.visibleAt = scheduler.now + milliseconds;
      show(message);
    },
    hide(receipt, seconds) {
      const message = messages.find(other => other.receipt === receipt);
      if (message === undefined) return false;
      message.visibleAt = scheduler.now + seconds * 1000;
      show(message);
      return true;
    },
  };
  return queue;
}
