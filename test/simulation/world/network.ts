import type { Witness } from '../services/witness.ts';
import type { CallMishap } from './mishap.ts';
import type { Answer, Call, LogLine, Network, Process } from './process.ts';
import type { Scheduler } from './scheduler.ts';
import type { Trace } from './trace.ts';

interface NetworkDeps {
  scheduler: Scheduler;
  trace: Trace;
  /** What a service does when a call arrives. */
  serve: (call: Call) => Answer;
  /** What befalls a call, and how long each way takes by chance, from 0 to 1. */
  mishap: (call: Call) => CallMishap | undefined;
  drawn: (site: string) => number;
  afterOthers: Witness['afterOthers'];
  log: (line: LogLine) => void;
}

type Held = Extract<CallMishap, { kind: 'held' }>;

/** As the clients of the hub are set up: so many attempts, and so long without an answer. */
const attempts = 3;
const requestTimeout = 5_000;
const longestBackOff = 20_000;

/** Makes the network between processes and services: what is carried takes time, and may not arrive. */
export function makeNetwork(deps: NetworkDeps): Network {
  const { scheduler, trace, serve, mishap, drawn, afterOthers, log } = deps;

  /** Holds a process until what it waits for calls back; a dead one is held for ever. */
  function hold<T>(
    process: Process,
    begin: (resume: (value: T) => void, fail: (error: Error) => void) => void,
  ) {
    if (process.isDead) return new Promise<T>(() => undefined);
    process.waiting += 1;
    return new Promise<T>((resolve, reject) => {
      let isHeld = true;
      const wake = (how: () => void) => {
        if (process.isDead || !isHeld) return;
        isHeld = false;
        process.waiting -= 1;
        how();
      };
      begin(
        value => wake(() => resolve(value)),
        error => wake(() => reject(error)),
      );
    });
  }

  const sleep = (process: Process, milliseconds: number) =>
    hold<void>(process, resume => {
      scheduler.after(milliseconds, () => resume());
    });

  function once(call: Call, site: string): Promise<Answer> {
    const { process } = call;
    const befalls = mishap(call);
    const oneWay = () => 1 + drawn(site) ** 3 * 40;
    const say = (how: string) => trace.say(`${process.name} ${site}: ${how}`);
    const stalled = befalls?.kind === 'stalled' ? befalls.milliseconds : 0;
    const hasNotLeft = stalled > 0 || (befalls?.kind === 'held' && !befalls.hasLeft);
    const slow = befalls?.kind === 'slow' ? befalls.milliseconds : 0;
    const isUnheard = befalls?.kind === 'lost-answer' || slow >= requestTimeout;

    function arrive(resume: (answer: Answer) => void, fail: (error: Error) => void): void {
      // What had not left when the process died never leaves; what was under way arrives.
      if (hasNotLeft && process.isDead) return;
      const answer = served(call, befalls);
      say(befalls === undefined ? String(answer.status) : `${answer.status}, ${befalls.kind}`);
      if (befalls?.kind === 'killed') process.kill('killed after a call');
      else if (isUnheard) scheduler.after(requestTimeout, () => fail(unanswered()));
      else scheduler.after(oneWay() + slow, () => resume(answer));
    }

    return hold<Answer>(process, (resume, fail) => {
      if (befalls?.kind === 'killed' && !befalls.after) process.kill('killed before a call');
      else if (befalls?.kind === 'lost-call') {
        say('lost on its way');
        scheduler.after(oneWay(), () => fail(named('Error', 'ECONNRESET')));
      } else if (befalls?.kind === 'held') {
        heldUp(process, befalls, () => arrive(resume, fail));
        if (befalls.hasLeft) scheduler.after(requestTimeout, () => fail(unanswered()));
      } else scheduler.after(oneWay() + stalled, () => arrive(resume, fail));
    });
  }

  /** Has a call arrive late; where it has left, even if nobody waits for its answer any more. */
  function heldUp(process: Process, { places, writes, milliseconds }: Held, arrive: () => void): void {
    const arriveOnce = () => {
      inTime.cancel();
      waitNoMore();
      arrive();
    };
    const inTime = scheduler.after(milliseconds, arriveOnce);
    const waitNoMore = afterOthers(places, process, writes, () => {
      inTime.cancel();
      scheduler.after(1, arriveOnce);
    });
  }

  function served(call: Call, befalls: CallMishap | undefined): Answer {
    if (befalls?.kind === 'refused') return befalls.answer;
    if (befalls?.kind !== 'changed') return serve(call);
    const body = befalls.request(call.body);
    return befalls.answer(serve({ ...call, body }), call.body);
  }

  return {
    log,
    hold,
    sleep,
    async carry(call) {
      const site = `${call.service} ${call.operation}`;
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await once(call, site).catch((error: Error) => error);
        const isLast = attempt === attempts || !isRetried(outcome);
        if (isLast && outcome instanceof Error) throw outcome;
        if (isLast) return outcome as Answer;
        const base = isThrottled(outcome) ? 500 : 100;
        await sleep(call.process, drawn(site) * Math.min(longestBackOff, base * 2 ** (attempt - 1)));
      }
    },
  };
}

const unanswered = () => named('TimeoutError', 'ETIMEDOUT');

function named(name: string, code: string): Error {
  return Object.assign(new Error('injected'), { name, code });
}

const throttling =
  /(ThrottlingException|ThrottledException|RequestThrottled|ProvisionedThroughputExceededException|RequestLimitExceeded|TransactionInProgressException|SlowDown)$/;

/** What the SDK's standard strategy takes for passing: throttles, the server's own faults, and silence. */
function isRetried(outcome: Answer | Error): boolean {
  return outcome instanceof Error || outcome.status >= 500 || isThrottled(outcome);
}

function isThrottled(outcome: Answer | Error): boolean {
  if (outcome instanceof Error) return false;
  return outcome.status === 429 || throttling.test(String(outcome.body?.__type ?? ''));
}
