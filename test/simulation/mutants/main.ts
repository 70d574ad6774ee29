import { availableParallelism } from 'node:os';
import path from 'node:path';
import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { renewMarked } from '../../support/marked.ts';
import { type Hunted, hunt, makeBrokenAnyway } from './hunt.ts';
import { mutants } from './mutants.ts';
import { makeSeeker } from './seekers.ts';
import { linesAfter } from './table.ts';

/**
 * Breaks the hub in one way after the other and runs seeds on each, side by side on every core. What came of it is written
 * into the README of the simulation; mutants that were not tried keep their rows.
 *
 * npm run simulate:mutants -- [--only name] [--from 1] [--seeds 500] [--equivalent]
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    /** For a mutant that shows in few worlds, of which somebody knows where they begin. */
    from: { type: 'string', default: '1' },
    /** The last. */
    seeds: { type: 'string', default: '500' },
    /** Tries those that are said to be equivalent: one that is found is not. */
    equivalent: { type: 'boolean', default: false },
  },
});
const { only, equivalent: triesEquivalent } = values;
const [from, most] = [Number(values.from), Number(values.seeds)];
const isMeant = (name: string) => only === undefined || only.some(part => name.includes(part));
const equivalent = mutants.filter(one => one.equivalent !== undefined);
const wanted = mutants.filter(one => isMeant(one.name) && equivalent.includes(one) === triesEquivalent);

const readme = path.join(import.meta.dirname, '../README.md');
const unbroken = makeSeeker();
const brokenAnyway = makeBrokenAnyway(unbroken);
const waiting = [...wanted];
const hunted = new Map<string, Hunted>();

/** Renews the row of one at once: what was found stays when the command is ended. */
function keep(one: Hunted): void {
  const run = { hunted: [one], most, day: new Date().toISOString().slice(0, 10) };
  renewMarked(readme, 'mutants', table => linesAfter(table, mutants, run));
}

/** @returns the processor time that it took, in seconds */
async function work(): Promise<number> {
  const seeker = makeSeeker();
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const one = await hunt(mutant, { from, to: most }, seeker, brokenAnyway);
    hunted.set(mutant.name, one);
    // That some seeds do not find it says nothing of those before.
    if (!triesEquivalent && (one.seed !== undefined || from === 1)) keep(one);
    const outcome = one.seed === undefined ? 'NOT FOUND' : `seed ${one.seed}, “${one.invariant}”`;
    stderr.write(`${hunted.size} of ${wanted.length} ${mutant.name}: ${outcome}\n`);
  }
  return seeker.end();
}

const used = await Promise.all(Array.from({ length: availableParallelism() }, work));
const cpuSeconds = [...used, unbroken.end()].reduce((sum, one) => sum + one, 0);
const inOrder = wanted.flatMap(({ name }) => hunted.get(name) ?? []);
const found = inOrder.filter(({ seed }) => seed !== undefined).length;
stdout.write(`${found} of ${inOrder.length} found; ${Math.round(cpuSeconds / 60)} processor minutes\n`);
const isAsItShould = inOrder.every(({ seed }) => (seed === undefined) === triesEquivalent);
process.exitCode = isAsItShould ? 0 : 1;
