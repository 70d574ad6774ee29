import { eventContent } from '../../../../schemas/event-content.ts';
import type { DraftOf, EventDraft } from '../../contract.ts';
import type { Reading } from '../../kit/reading.ts';
import type { Job } from '../job.ts';
import type { JobStatus } from '../vendor.ts';
import { foundIn } from '../wording.ts';

/** What an update of one kind says of its job. `at` is where the update stands in its message. */
export type Status = (job: Job, update: JobStatus, at: string) => Reading<EventDraft[]>;

/** What of an update a note on its work order can keep. */
type Kept = Partial<Pick<JobStatus, 'comments' | 'commentsAbout' | 'evidence'>>;

/** A note on the work order with the update's comments and evidence. */
export function note(
  { base, workOrderReference }: Job,
  about: string,
  { evidence = [], ...update }: Kept,
): DraftOf<'housing.repair.note-added.v1'> {
  return {
    ...base,
    ...eventContent('housing.repair.note-added.v1', {
      workOrderReference,
      about,
      note: foundIn(update),
      evidence: evidence.length > 0 ? evidence : undefined,
    }),
  };
}

/** Comments or evidence for which the update's own event has no place: a note keeps them, where there are any. */
export function left(job: Job, about: string, rest: Kept): EventDraft[] {
  const nothing = rest.comments === undefined && (rest.evidence ?? []).length === 0;
  return nothing ? [] : [note(job, about, rest)];
}
