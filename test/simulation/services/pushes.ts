import { Webhook } from 'standardwebhooks';
import { readings } from '../receivers/readings.ts';
import type { Receiver } from '../receivers/receiver.ts';
import type { PushMishap } from '../weather/fault.ts';
import type { Process } from '../world/process.ts';
import type { Scheduler } from '../world/scheduler.ts';

/** The key of every webhook. */
const secret = `whsec_${Buffer.from('the key of all the webhooks of the simulation').toString('base64')}`;

/** The settings of a system's webhook, as Secrets Manager has them. */
export function webhookSecret(system: string): string {
  return JSON.stringify({ url: `https://${system}.example.org/flags`, secret });
}

interface PushDeps {
  scheduler: Scheduler;
  receiverOf: (system: string) => Receiver | undefined;
  /** A system takes a message. */
  onTaken: (receiver: Receiver, body: unknown) => void;
  mishap: (system: string) => PushMishap | undefined;
  drawn: (site: string) => number;
}

/** The network between the hub and the systems that it pushes to. A push whose signature is wrong is refused. */
export function makePushes({ scheduler, receiverOf, onTaken, mishap, drawn }: PushDeps) {
  /** What a system answers; it takes what is signed, unless something befalls the push before. */
  function answered(
    system: string,
    headers: Headers,
    text: string,
    befalls: PushMishap | undefined,
  ): Response {
    if (befalls?.kind === 'answered') {
      return new Response(null, { status: befalls.status, headers: befalls.headers ?? {} });
    }
    const receiver = receiverOf(system);
    if (receiver === undefined || !isSigned(headers, text)) return new Response(null, { status: 401 });
    onTaken(receiver, JSON.parse(text));
    return new Response(null, { status: 204 });
  }

  /** What is on its way for longer than anybody waits for its answer, by what it is about. */
  const overdue = new Map<string, Set<() => void>>();

  function overtake(subject: string): void {
    for (const arrive of overdue.get(subject) ?? []) scheduler.after(1, arrive);
    overdue.delete(subject);
  }

  return (process: Process, url: string, init: RequestInit): Promise<Response> => {
    const [system = ''] = new URL(url).hostname.split('.');
    const text = String(init.body);
    const befalls = mishap(system);
    const oneWay = () => 5 + drawn(`push ${system}`) ** 3 * 300;
    return process.network.hold<Response>(process, (resume, fail) => {
      init.signal?.addEventListener('abort', () => fail(init.signal?.reason));
      if (befalls?.kind === 'unreached') {
        scheduler.after(oneWay(), () => fail(unreached()));
        return;
      }
      const subject = `${system} ${readings[system]?.(JSON.parse(text)).reference}`;
      if (befalls?.kind === 'late') {
        let isThere = false;
        const arrive = () => {
          if (!isThere) answered(system, new Headers(init.headers), text, befalls);
          isThere = true;
        };
        scheduler.after(oneWay() + befalls.milliseconds, arrive);
        overdue.set(subject, (overdue.get(subject) ?? new Set()).add(arrive));
        return;
      }
      scheduler.after(oneWay(), () => {
        const answer = answered(system, new Headers(init.headers), text, befalls);
        overtake(subject);
        if (befalls?.kind !== 'unheard') scheduler.after(oneWay(), () => resume(answer));
      });
    });
  };
}

function unreached(): Error {
  return Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
}

function isSigned(headers: Headers, body: string): boolean {
  const at = new Date(Number(headers.get('webhook-timestamp')) * 1000);
  const expected = new Webhook(secret).sign(headers.get('webhook-id') ?? '', at, body);
  return headers.get('webhook-signature') === expected;
}
