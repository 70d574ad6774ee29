import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { foldEvents, type SubjectAfter, type SubjectBefore } from '../../core/record/fold.ts';
import { rowKeysOf } from '../../core/record/rows.ts';
import type { Pause } from '../../shell/backoff.ts';
import type { RecordsStore } from '../../shell/tables/records/records-store.ts';
import { backOff } from './back-off.ts';

export interface CommitDecisionDeps {
  store: Pick<RecordsStore, 'read' | 'commit'>;
  now: () => Instant;
  pause: Pause;
}
/** What somebody decides of a subject as it stands at an instant; throws where that cannot be decided. */
export type Decide = (before: SubjectBefore, at: Instant) => Promise<SystemEvent>;
/** Looks at what would come of it, before it is written; throws where that is not to be. */
export type Examine = (before: SubjectBefore, after: SubjectAfter, event: SystemEvent) => void;
/** Commits to one subject what is decided of it, exactly once. */
export type CommitDecision = (subject: Subject, decide: Decide, examine: Examine) => Promise<void>;

type Attempt = (...asked: [...Parameters<CommitDecision>, conflicts: number]) => Promise<void>;

/**
 * Makes the commit of a decision. It is taken of the very version over which it is written: on a version conflict
 * (optimistic lock), the subject is read and the decision taken again, or refused. One that the timeline has already is done.
 * @throws {HubError} from the commit when every attempt lost the optimistic lock, and whatever `decide` and `examine` throw.
 */
export function makeCommitDecision({ store, now, pause }: CommitDecisionDeps): CommitDecision {
  const commit: Attempt = async (subject, decide, examine, conflicts) => {
    const at = now();
    const seen = await store.read(subject, []);
    const event = await decide(seen, at);
    const before = await store.read(subject, rowKeysOf(subject, [event]));
    if (before.version === seen.version) {
      const after = foldEvents(before, [event], at);
      examine(before, after, event);
      const result = await store.commit({ before, after, events: [event], at });
      if (result.committed || result.reason === 'known') return;
    }
    await backOff(pause, conflicts);
    await commit(subject, decide, examine, conflicts + 1);
  };
  return (subject, decide, examine) => commit(subject, decide, examine, 0);
}
