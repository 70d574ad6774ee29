import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, PersonReference, Subject } from '../../../schemas/reference.ts';
import { foldEvents, type SubjectAfter, type SubjectBefore } from '../../core/record/fold.ts';
import type { Companions } from '../../core/record/one-person.ts';
import { rowKeysOf } from '../../core/record/rows.ts';
import type { Pause } from '../../shell/backoff.ts';
import type { SubjectStore } from '../../shell/tables/records/records-store.ts';
import { backOff } from './back-off.ts';
import { deriveCompanions, makeCommitDue } from './commit-due.ts';

export interface CommitDecisionDeps {
  store: Pick<SubjectStore, 'read' | 'commit'>;
  now: () => Instant;
  pause: Pause;
}
/** What somebody decides of a subject as it stands at an instant; throws where that cannot be decided. */
export type Decide = (before: SubjectBefore, at: Instant) => Promise<SystemEvent>;
/** Looks at what would come of it, before it is written; throws where that is not to be. */
export type Examine = (before: SubjectBefore, after: SubjectAfter, event: SystemEvent) => void;

/** The id under which it was asked stands for something else. */
export class UsedOtherwise extends Error {
  override readonly name = 'UsedOtherwise';
}

/**
 * Commits to one subject what is decided of it, exactly once; whoever is one with them is derived anew.
 * @param asked what is asked for: the id of the event stands for that from then on, where it is committed and only there
 * @param others persons about whom it is decided whether they are one with the subject
 */
export type CommitDecision = (
  subject: Subject,
  decide: Decide,
  examine: Examine,
  asked: string,
  others?: readonly PersonReference[],
) => Promise<void>;

type Attempt = (
  ...asked: [...Required<Parameters<CommitDecision>>, conflicts: number]
) => Promise<Companions>;

/**
 * Makes the commit of a decision. It is taken of the very version over which it is written: on a version conflict
 * (optimistic lock), the subject is read and the decision taken again, or refused. One that was asked for before is done.
 * @throws {HubError} from the commit when every attempt lost the optimistic lock, `UsedOtherwise`, and whatever `decide` and
 * `examine` throw.
 */
export function makeCommitDecision({ store, now, pause }: CommitDecisionDeps): CommitDecision {
  const commitDue = makeCommitDue({ store, now, pause });
  const commit: Attempt = async (subject, decide, examine, asked, others, conflicts) => {
    const at = now();
    const seen = await store.read(subject, [], others);
    const event = await decide(seen, at);
    const before = await store.read(subject, rowKeysOf(subject, [event]), others);
    const { companions = {} } = before;
    if (before.version === seen.version) {
      const after = foldEvents(before, [event], at);
      examine(before, after, event);
      const commits = [{ before, after, events: [event], at }];
      const result = await store.commit({ subjects: commits, heard: [{ event, asked }] });
      if (result.committed) return companions;
      if (result.reason === 'asked') {
        if (result.content === asked) return companions;
        throw new UsedOtherwise('The id stands for something else');
      }
    }
    await backOff(pause, conflicts);
    return commit(subject, decide, examine, asked, others, conflicts + 1);
  };
  return async (subject, decide, examine, asked, others = []) =>
    deriveCompanions(commitDue, await commit(subject, decide, examine, asked, others, 0));
}
