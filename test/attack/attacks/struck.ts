import { makeRandom } from '../../bench/support/random.ts';
import { type Mishap, sometimes } from '../support/faults.ts';
import { play } from '../support/story.ts';
import { type Ground, type Trial, withHub, wrongWith } from '../support/trial.ts';
import type { Call, Service } from '../support/wire.ts';

/** A service that goes wrong now and then: in how many of a hundred calls, and how. */
export interface Weather {
  fault: string;
  service: Service;
  percent: number;
  mishapsOf(call: Call): readonly Mishap[];
}

const seeds = [1, 2, 3];

/** Plays the story in some weather, from several seeds. */
export async function struckBy({ directory, undisturbed }: Ground, weather: Weather): Promise<Trial> {
  const { fault, service, percent, mishapsOf } = weather;
  const wrong: string[] = [];
  let injections = 0;
  for (const seed of seeds) {
    const striking = sometimes(makeRandom(seed), percent, call =>
      call.service === service ? mishapsOf(call) : [],
    );
    await withHub({ directory, fault: striking.fault }, async hub => {
      await play(hub);
      wrong.push(...(await wrongWith(hub, undisturbed)).map(what => `seed ${seed}: ${what}`));
    });
    injections += striking.strikes();
  }
  return { fault, runs: seeds.length, injections, wrong };
}
