import { inLanes } from '../../bench/support/lanes.ts';
import { isThorough } from '../../support/effort.ts';
import { endAt, type Moment } from '../support/faults.ts';
import type { FunctionName } from '../support/process.ts';
import { play } from '../support/story.ts';
import { type Attack, type Ground, type Trial, withHub, wrongWith } from '../support/trial.ts';
import type { Call, Fault } from '../support/wire.ts';

interface Await {
  n: number;
  function: FunctionName;
  writes: boolean;
}

const titles: Readonly<Record<Moment, string>> = {
  before: 'killed before a call leaves',
  after: 'killed after the service did it',
  stalled: 'stalled, replaced, going on later',
};
const moments = ['before', 'after', 'stalled'] as const;
const lanes = 4;
const reads = new Set(['BatchGetItem', 'GetItem', 'Query', 'TransactGetItems', 'GetSecretValue']);

/** The process ends at every await of every function in turn, and the queues carry on. */
export const killed: Attack = {
  title: 'the process ends at every await in turn',
  async run(ground) {
    const awaits = await awaitsOf(ground);
    const trials: Trial[] = [];
    for (const moment of moments) {
      for (const [name, points] of Map.groupBy(awaits, ({ function: of }) => of)) {
        const tried = points.filter((point, turn) => isTried(point, turn, moment));
        trials.push(await trialOf(ground, `${name} ${titles[moment]}`, tried, moment));
      }
    }
    return trials;
  },
};

/**
 * Whether a process ends here at this moment: at every await of a function in one of its moments, by turns, and in all of them when
 * everything is tried. A read that stalls is a read that was late: what is read is only worth anything if the write
 * after it goes well.
 */
function isTried({ writes }: Await, turn: number, moment: Moment): boolean {
  const possible = moments.filter(possibly => writes || possibly !== 'stalled');
  return isThorough ? possible.includes(moment) : possible[turn % possible.length] === moment;
}

/** Every await of the undisturbed story: each call that leaves a function, in order. */
async function awaitsOf({ directory }: Ground): Promise<Await[]> {
  const calls: Call[] = [];
  const listen: Fault = (call, send) => {
    calls.push(call);
    return send();
  };
  await withHub({ directory, fault: listen }, play);
  return calls.map(({ process, operation }, index) => ({
    n: index + 1,
    function: process.function,
    writes: !reads.has(operation),
  }));
}

async function trialOf(
  ground: Ground,
  fault: string,
  points: readonly Await[],
  moment: Moment,
): Promise<Trial> {
  const wrong: string[] = [];
  let injections = 0;
  await inLanes(points, lanes, async ({ n }) => {
    const end = endAt(n, moment);
    await withHub({ directory: ground.directory, fault: end.fault }, async hub => {
      await play(hub);
      end.release();
      await (moment === 'stalled' ? hub.afterlife() : undefined);
      await hub.settle();
      wrong.push(...(await wrongWith(hub, ground.undisturbed)).map(what => `call ${n}: ${what}`));
    });
    injections += end.strikes();
  });
  return { fault, runs: points.length, injections, wrong };
}
