import { expect, it } from 'vitest';
import type { Place } from '../services/places.ts';
import { makeNetwork } from './network.ts';
import type { Answer, Process } from './process.ts';
import { makeProcesses } from './processes.ts';
import { makeScheduler } from './scheduler.ts';
import { makeTrace } from './trace.ts';

/** A world of one call that is held up for so long, and whether others write what it is about after a second. */
async function calledOnce(milliseconds: number, othersWrite: boolean, hasLeft = true) {
  const processes = makeProcesses();
  const scheduler = makeScheduler(0, processes.isBusy);
  const arrived: number[] = [];
  const ended: string[] = [];
  let isFirst = true;
  const network = makeNetwork({
    ...{ scheduler, trace: makeTrace(() => scheduler.now), drawn: () => 0, log: () => undefined },
    serve() {
      arrived.push(scheduler.now);
      return { status: 200, body: {} };
    },
    mishap() {
      const places: Place[] = [];
      const held = isFirst
        ? ({ kind: 'held', places, writes: 1, milliseconds, hasLeft } as const)
        : undefined;
      isFirst = false;
      return held;
    },
    afterOthers(_places, _by, _times, happen) {
      if (othersWrite) scheduler.after(1_000, happen);
      return () => undefined;
    },
  });
  const call = (process: Process): Promise<Answer> =>
    network.carry({ process, service: 'dynamodb', operation: 'PutItem', body: {} });
  processes.start({ name: 'one', skew: () => 0, network }, call, end =>
    ended.push(`${end.answered} at ${Math.round(scheduler.now)}`),
  );
  await scheduler.run(60_000);
  return { arrived, ended };
}

it('a call that is held up arrives once others have written what it is about', async () => {
  expect(await calledOnce(4_000, true)).toEqual({ arrived: [1_001], ended: ['true at 1002'] });
});

it('or after a while, where nobody does', async () => {
  expect(await calledOnce(4_000, false)).toEqual({ arrived: [4_000], ended: ['true at 4001'] });
});

it('and arrives even where its client has given it up and asked once more', async () => {
  const { arrived, ended } = await calledOnce(30_000, false);
  expect(arrived).toEqual([5_001, 30_000]);
  expect(ended).toEqual(['true at 5002']);
});

it('but a call that has not left is waited for', async () => {
  expect(await calledOnce(30_000, false, false)).toEqual({ arrived: [30_000], ended: ['true at 30001'] });
});
