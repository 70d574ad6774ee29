import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type Instant, instantOf, type Subject } from '../../../../schemas/reference.ts';
import { reachedBy } from '../../../core/record/reach.ts';
import type { ReadArchive } from '../../../shell/operations/archive-reader.ts';
import { type Outcome, type RebuildDeps, type RebuildOptions, rebuildSubject } from './rebuild.ts';

interface Deps extends RebuildDeps {
  readArchive: ReadArchive;
  /** The last moment of which there can be an event in the archive. */
  latest: () => Instant;
  newName: () => string;
}

/** Before there was any hub: an archive has nothing older than itself. */
const beginning: Instant = instantOf(Date.UTC(2020, 0));

/**
 * Rebuilds one subject or all of them, and says what came of it.
 * @returns whether every record is now what its events say.
 */
export async function rebuildAll(
  deps: Deps,
  subject: Subject | 'all',
  options: RebuildOptions,
): Promise<boolean> {
  const { subjects, print } = deps;
  if (options.from === 'archive' && !(await fetchArchive(deps, subject))) return false;
  const counts = { same: 0, differs: 0, swapped: 0, unknown: 0, events: 0 };
  const count = ({ outcome, events }: Outcome) => {
    counts[outcome] += 1;
    counts.events += events;
  };
  if (subject !== 'all') count(await rebuildSubject(deps, subject, options));
  else await subjects.each(async one => count(await rebuildSubject(deps, one, options)));
  const { same, differs, swapped, unknown, events } = counts;
  if (subject !== 'all' && unknown > 0) print(`Nothing was ever heard of ${subject}`);
  print(
    `${same + differs + swapped} records folded from ${events} events: ${same} the same byte for byte, ${swapped} swapped, ${differs} different`,
  );
  return differs === 0;
}

/** Leaves what the archive has beside the records, each event with every subject that keeps it. */
async function fetchArchive(
  { readArchive, shadows, newName, now, latest, print }: Deps,
  only: Subject | 'all',
) {
  const name = newName();
  let fetched = 0;
  print(`${name}: reading the archive; that takes a while`);
  const subject = only === 'all' ? undefined : only;
  const leave = async (events: readonly SystemEvent[]) => {
    const kept = events.flatMap(event =>
      reachedBy(event)
        .filter(reached => subject === undefined || reached === subject)
        .map(reached => ({ subject: reached, event })),
    );
    fetched += events.length;
    await shadows.leaveEvents(kept, now());
  };
  const { completed, outcome } = await readArchive({ name, from: beginning, to: latest(), subject }, leave);
  print(`${name}: ${outcome}, ${fetched} events`);
  return completed;
}
