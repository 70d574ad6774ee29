import { type Run, runSeed } from './run-seed.ts';
import { shortest } from './shortest.ts';

/** How often a seed is run again to shorten what has to happen for it to fail. */
const mostTries = { strikes: 120, inputs: 120 };

/** What has to happen for an invariant to be broken: no more than that, as far as was found. */
export interface Schedule {
  readonly invariant: string;
  readonly run: Run;
}

/** Shortens what happens in a seed that fails: first the faults, then what people do, then the faults once more. */
export async function shrink(failed: Run): Promise<Schedule> {
  const [first] = failed.breaches;
  if (first === undefined) throw new Error(`Seed ${failed.seed} holds everything`);
  const { invariant } = first;
  const { seed, before } = failed;
  let best = failed;
  const attempt = async (inputs: readonly string[], strikes: readonly string[]) => {
    const run = await runSeed({ seed, before, inputs: new Set(inputs), strikes: new Set(strikes) });
    const fails = run.breaches.some(breach => breach.invariant === invariant);
    if (fails) best = run;
    return fails;
  };
  let inputs: readonly string[] = failed.inputs.map(({ id }) => id);
  let strikes: readonly string[] = failed.struck.map(({ id }) => id);
  if (!(await attempt(inputs, strikes))) return { invariant, run: failed };
  strikes = await shortest(strikes, part => attempt(inputs, part), mostTries.strikes);
  inputs = await shortest(inputs, part => attempt(part, strikes), mostTries.inputs);
  strikes = await shortest(strikes, part => attempt(inputs, part), mostTries.strikes);
  await attempt(inputs, strikes);
  return { invariant, run: best };
}
