import { beforeEach, describe, expect, it } from 'vitest';
import { afterFailure, circuitLimits, closed } from '../../functions/core/delivery/circuit.ts';
import type { SendOutcome } from '../../functions/core/delivery/send-outcome.ts';
import { guard } from '../../functions/delivery/deliver/guard.ts';
import { fullJitter } from '../../functions/shell/backoff.ts';
import {
  type CircuitStore,
  makeCircuitStore,
} from '../../functions/shell/tables/deliveries/circuit-store.ts';
import { type Instant, instantOf, systemNameSchema } from '../../schemas/reference.ts';
import { contents, newTable } from './support/tables.ts';

const start = Date.parse('2025-06-02T08:00:00Z');
const pause = fullJitter({ base: 1, cap: 20 });
let table: Awaited<ReturnType<typeof newTable>>;
let seconds: number;
let calls: number;
let outcome: SendOutcome;
/** The receiver answers when this is over. */
let answered: Promise<void>;

const now = (): Instant => instantOf(start + seconds * 1000);
const store = (system = 'repairs'): CircuitStore =>
  makeCircuitStore({ ...table, system: systemNameSchema.parse(system), pause });
/** Each as an invocation of its own would have it: they share the table alone. */
const send = (circuits: Pick<CircuitStore, 'read' | 'change'> = store()) =>
  guard({
    circuits,
    now,
    send: async () => {
      calls += 1;
      await answered;
      return outcome;
    },
  })()();

beforeEach(async () => {
  table = await newTable();
  [seconds, calls, outcome] = [0, 0, { kind: 'later', reason: 'answered 503' }];
  answered = Promise.resolve();
});

async function fail(times: number) {
  for (let time = 0; time < times; time += 1) await send();
}

it('costs nothing but a read while all is well', async () => {
  outcome = { kind: 'taken', acknowledged: true };
  expect(await send()).toEqual(outcome);
  expect(await contents(table)).toEqual([]);
});

it('opens for every invocation after five failures, and no one calls until the probe', async () => {
  await fail(circuitLimits.opensAfter);
  seconds = 59;
  const notBefore = instantOf(start + 60_000);
  expect(await send()).toEqual({
    kind: 'later',
    reason: `out of reach since ${instantOf(start)}`,
    notBefore,
  });
  expect(calls).toBe(5);
});

it('counts every failure of invocations that fail at once', async () => {
  await Promise.all(Array.from({ length: 4 }, () => send()));
  expect(await contents(table)).toMatchObject([{ sk: 'CIRCUIT', circuit: { state: 'closed', failures: 4 } }]);
});

it('lets exactly one of many probe', async () => {
  await fail(circuitLimits.opensAfter);
  seconds = 60;
  outcome = { kind: 'taken', acknowledged: true };
  const answer = Promise.withResolvers<void>();
  answered = answer.promise;
  let waiting = 6;
  const outcomes = Array.from({ length: 6 }, async () => {
    const came = await send();
    if (came.kind === 'later') expect(came.untried).toBe(true);
    waiting -= 1;
    if (waiting === 1) answer.resolve();
    return came.kind;
  });
  expect((await Promise.all(outcomes)).toSorted()).toEqual([...Array(5).fill('later'), 'taken']);
  expect(calls).toBe(6);
  expect(await send()).toEqual(outcome);
});

it('closes at any answer, also at one that refuses the message', async () => {
  await fail(circuitLimits.opensAfter);
  seconds = 60;
  outcome = { kind: 'refused', reason: 'answered 422' };
  expect(await send()).toEqual(outcome);
  expect(await contents(table)).toMatchObject([{ circuit: closed }]);
});

it('waits longer after each probe that failed, and for as long as the receiver asked', async () => {
  await fail(circuitLimits.opensAfter);
  seconds = 60;
  outcome = { kind: 'later', reason: 'answered 503', notBefore: instantOf(start + 1_000_000) };
  await send();
  expect(await contents(table)).toMatchObject([
    { circuit: { state: 'open', probes: 1, since: instantOf(start), until: instantOf(start + 1_000_000) } },
  ]);
});

it('is each system’s own', async () => {
  await fail(circuitLimits.opensAfter);
  outcome = { kind: 'taken', acknowledged: true };
  expect(await send(store('complaints'))).toEqual(outcome);
});

it('does not fail a message that was taken because the table failed after it', async () => {
  await fail(1);
  outcome = { kind: 'taken', acknowledged: true };
  const breaks: Pick<CircuitStore, 'read' | 'change'> = {
    read: store().read,
    change: () => Promise.reject(new Error('the table does not answer')),
  };
  expect(await send(breaks)).toEqual(outcome);
});

describe('one invocation', () => {
  const openInvocation = () => {
    let reads = 0;
    const { read, change } = store();
    const circuits = {
      change,
      read() {
        reads += 1;
        return read();
      },
    };
    const sendOne = guard({
      circuits,
      now,
      send() {
        calls += 1;
        return Promise.resolve(outcome);
      },
    })();
    return { sendOne, reads: () => reads };
  };

  it('reads the circuit once for all that it sends, while all is well', async () => {
    outcome = { kind: 'taken', acknowledged: true };
    const { sendOne, reads } = openInvocation();
    await Promise.all(Array.from({ length: 5 }, () => sendOne()));
    await sendOne();
    expect([calls, reads()]).toEqual([6, 1]);
  });

  it('looks again after a failure, and stops calling once the circuit is open', async () => {
    const { sendOne } = openInvocation();
    for (let time = 0; time < 2 * circuitLimits.opensAfter; time += 1) await sendOne();
    expect(calls).toBe(circuitLimits.opensAfter);
  });

  it('asks anew after the table did not answer', async () => {
    outcome = { kind: 'taken', acknowledged: true };
    let isDown = true;
    const { read, change } = store();
    const circuits = {
      change,
      read: () => (isDown ? Promise.reject(new Error('the table does not answer')) : read()),
    };
    const sendOne = guard({ circuits, now, send: () => Promise.resolve(outcome) })();
    await expect(sendOne()).rejects.toThrow('the table does not answer');
    isDown = false;
    expect(await sendOne()).toEqual(outcome);
  });
});

it('does not fail a writer that was slower: it decides again on what is there', async () => {
  const at = now();
  await Promise.all(
    Array.from({ length: 3 }, () =>
      store().change(circuit => ({ next: afterFailure(circuit, { at, probe: false }) })),
    ),
  );
  expect(await contents(table)).toMatchObject([{ circuit: { failures: 3 }, revision: 3 }]);
});
