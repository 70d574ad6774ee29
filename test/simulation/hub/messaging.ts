import {
  type BusEvent,
  type EventBus,
  entitledRule,
  makeBus,
  ofSystemRule,
  type Rule,
  recordRules,
  ticketRule,
} from '../services/bus.ts';
import { type Bucket, makeBucket } from '../services/objects.ts';
import { type Message, makeQueue, type Queue } from '../services/queues.ts';
import { makeSqs } from '../services/sqs.ts';
import type { Weather } from '../weather/weather.ts';
import type { Answer, Json } from '../world/process.ts';
import type { Random } from '../world/random.ts';
import type { Scheduler } from '../world/scheduler.ts';
import type { Trace } from '../world/trace.ts';
import type { DeadLetter } from '../world/world.ts';
import { consumers, deadLetterQueues, inboxes, manifests } from './plan.ts';

interface MessagingDeps {
  scheduler: Scheduler;
  random: Random;
  weather: Weather;
  trace: Trace;
  /** Whether nothing may befall what is in a queue: what takes from it could not bear it. */
  isSafe: (queue: string) => boolean;
}

/** Everything by which messages travel. */
export interface Messaging {
  readonly queues: ReadonlyMap<string, Queue>;
  readonly bus: EventBus;
  readonly bucket: Bucket;
  readonly deadLetters: readonly DeadLetter[];
  readonly sqs: (operation: string, body: Json) => Answer;
  /** Puts a message into a queue, with what befalls it on the way. */
  send(queue: string, body: string, attributes?: Json): void;
}

/** Makes the hub's queues, its bus and its bucket of files. */
export function makeMessaging({ scheduler, random, weather, trace, isSafe }: MessagingDeps): Messaging {
  const newId = () => random.id();
  const deadLetters: DeadLetter[] = [];
  const queues = new Map<string, Queue>();
  const plain = deadLetterQueues.map(name => ({ name, visibilitySeconds: 30, redrive: undefined }));
  for (const settings of [...consumers, ...inboxes, ...plain]) {
    const { name, redrive } = settings;
    const onDeadLetter = (message: Message) => {
      trace.say(`a message of ${name} goes to the dead letters`);
      queues.get(redrive?.to ?? '')?.send(message.body, message.attributes, message);
    };
    queues.set(name, makeQueue(settings, { scheduler, newId, onDeadLetter }));
  }
  for (const name of deadLetterQueues) {
    const queue = queues.get(name);
    if (queue === undefined) continue;
    const { send } = queue;
    queue.send = (...given) => {
      const message = send(...given);
      deadLetters.push({ queue: name, message, at: scheduler.now });
      return message;
    };
  }

  /** A message is there at once, later, or twice. */
  function sent(queue: Queue, put: () => Message): Message {
    const befalls = isSafe(queue.name)
      ? undefined
      : weather.befalls('message', queue.name, (kind, how) => kind.message?.(queue.name, how));
    const message = put();
    if (befalls?.kind === 'twice') scheduler.after(befalls.milliseconds, () => put());
    if (befalls?.kind === 'delayed') queue.putOff(message, befalls.milliseconds);
    return message;
  }

  function handTo(queue: string, body: string): void {
    const befalls = weather.befalls('handing', queue, (kind, how) => kind.handing?.(how));
    const put = () => void queues.get(queue)?.send(body);
    const delay = 10 + weather.drawn(`bus to ${queue}`) ** 4 * 1_000;
    scheduler.after(delay + (befalls?.kind === 'delayed' ? befalls.milliseconds : 0), put);
    if (befalls?.kind === 'twice') scheduler.after(delay + befalls.milliseconds, put);
  }

  const rules: Rule[] = [
    ...recordRules({ single: 'records', bulk: 'records-bulk' }),
    ...manifests.flatMap(manifest => {
      const queue = `${manifest.system}-outbound`;
      return [
        ticketRule(manifest, `${manifest.system}-inbound`),
        entitledRule(manifest, queue),
        ofSystemRule(manifest, queue),
      ];
    }),
  ];
  const hand = (event: BusEvent, rule: Rule) =>
    handTo(rule.queue, JSON.stringify({ version: '0', ...event }));
  const refuses = () => weather.befalls('entry', 'bus', kind => kind.entry?.()) ?? false;
  const bus = makeBus({ now: () => scheduler.now, newId, rules, hand, refuses });
  const bucket = makeBucket(key => {
    const [kind, system] = key.split('/');
    const detail = { bucket: { name: 'files' }, object: { key } };
    const event = { version: '0', source: 'aws.s3', 'detail-type': 'Object Created', detail };
    if (kind === 'files') handTo(`${system}-files`, JSON.stringify(event));
  });
  return {
    ...{ queues, bus, bucket, deadLetters },
    sqs: makeSqs(queues, sent),
    send(name, body, attributes) {
      const queue = queues.get(name);
      if (queue !== undefined) sent(queue, () => queue.send(body, attributes));
    },
  };
}
