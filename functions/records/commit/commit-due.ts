import {
  type Instant,
  type PersonReference,
  personSubject,
  type Subject,
} from '../../../schemas/reference.ts';
import { foldEvents, type SubjectAfter, type SubjectBefore } from '../../core/record/fold.ts';
import type { Companions } from '../../core/record/one-person.ts';
import type { Pause } from '../../shell/backoff.ts';
import type { SubjectStore } from '../../shell/tables/records/records-store.ts';
import { backOff } from './back-off.ts';

export interface CommitDueDeps {
  store: Pick<SubjectStore, 'read' | 'commit'>;
  now: () => Instant;
  pause: Pause;
}
/** Commits to one subject what time alone has changed by now. */
export type CommitDue = (subject: Subject) => Promise<void>;

/**
 * Makes the commit of a subject without any event: its flags as they are at the present time, announced like any others.
 * Where time changed nothing after all, the record keeps its version, nothing is announced, and only the instant at which to
 * look again moves on; where not even that moves, nothing is written.
 * @throws {HubError} from the commit when every attempt lost the optimistic lock.
 */
export function makeCommitDue({ store, now, pause }: CommitDueDeps): CommitDue {
  const commit = async (subject: Subject, conflicts: number): Promise<void> => {
    const at = now();
    const before = await store.read(subject, []);
    const after = foldEvents(before, [], at);
    const changes = isChanged(before, after);
    if (!changes && after.nextDueAt === before.nextDueAt) return;
    const kept = changes ? after : { ...after, version: before.version };
    const { committed } = await store.commit({
      subjects: [{ before, after: kept, events: [], at }],
      heard: [],
    });
    if (committed) return;
    await backOff(pause, conflicts);
    await commit(subject, conflicts + 1);
  };
  return subject => commit(subject, 0);
}

/**
 * Derives anew whoever is one with a person who was committed: what shows of one of them is of all. It can be done again,
 * and is, whenever the commit is asked for again.
 */
export async function deriveCompanions(commitDue: CommitDue, companions: Companions): Promise<void> {
  for (const person of Object.keys(companions)) await commitDue(personSubject(person as PersonReference));
}

/** What changed has the new version; what no longer lives is not there. */
function isChanged(before: SubjectBefore, { version, flags }: SubjectAfter): boolean {
  return (
    Object.keys(before.flags).some(key => flags[key] === undefined) ||
    Object.values(flags).some(flag => flag.version === version)
  );
}
