import { importMutated } from './load-mutated.ts';
import { mutants } from './mutants.ts';

/** What a seeker is asked to run: seeds on the hub with one edit, or as it is. */
export interface Stretch {
  readonly mutant?: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** What came of one seed: the invariants that do not hold, by name; with all the processor time that was used so far. */
export interface Sought {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly cpuSeconds: number;
}

const unbroken = import('../run/run-seed.ts');
const logs = import('../world/logs.ts');

/**
 * A process of its own: runs seeds as it is asked to, by messages, and says of each what came of it, up to the first that
 * breaks an invariant.
 */
async function seek({ mutant: name, from, to }: Stretch): Promise<void> {
  const [asItIs, { listeningToLogs }] = await Promise.all([unbroken, logs]);
  const mutant = mutants.find(one => one.name === name);
  const { runSeed } =
    mutant === undefined ? asItIs : await importMutated<typeof asItIs>('run/run-seed.ts', mutant);
  await listeningToLogs(async () => {
    for (let seed = from; seed <= to; seed += 1) {
      const { breaches } = await runSeed({ seed });
      const { user, system } = process.cpuUsage();
      const broken = breaches.map(({ invariant }) => invariant);
      process.send?.({ seed, broken, cpuSeconds: (user + system) / 1e6 } satisfies Sought);
      if (broken.length > 0) return;
    }
  });
}

process.on('message', (stretch: Stretch) => void seek(stretch));
