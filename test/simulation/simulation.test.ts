import { expect, it } from 'vitest';
import { runs } from '../support/effort.ts';
import { makeWorld } from './make-world.ts';
import { storyOf } from './story/story.ts';
import { listeningToLogs } from './world/logs.ts';

const start = Date.UTC(2026, 2, 2, 8);

/** Plays the story of a seed in calm weather. */
async function play(seed: number) {
  const story = storyOf(seed, start);
  const hub = await makeWorld({ seed });
  for (const input of story.inputs) hub.world.scheduler.after(input.at, () => hub.does(input));
  await hub.advance(start + story.length);
  const isQuiet = await hub.settle();
  return { isQuiet, digest: hub.digest(), lines: hub.trace.length };
}

it('comes to rest, and the same seed is the same trace', async () => {
  await listeningToLogs(async () => {
    for (let seed = 1; seed <= runs(10); seed += 1) {
      const first = await play(seed);
      expect(first).toMatchObject({ isQuiet: true });
      expect(await play(seed)).toEqual(first);
    }
  });
});
