import { eventContent } from '../../../schemas/event-content.ts';
import { phraseSchema } from '../../../schemas/parts.ts';
import type { EventDraft } from '../contract.ts';
import { type Reading, read, together, unread } from '../kit/reading.ts';
import { needed, readAs } from '../kit/readings.ts';
import { type Job, plannedWork } from './job.ts';
import { priorityOf } from './priorities.ts';
import type { WorkOrderMessage } from './vendor.ts';
import { sealed, tradesOf } from './wording.ts';

/** What a message says of the work that it raises; of which job it is raised is read beside it. */
export type Raising = (job: Job) => EventDraft;

/** A work order was raised; of planned work, the works were programmed. */
export function readRaising(message: WorkOrderMessage): Reading<Raising> {
  const description = needed(message.descriptionOfWork, '/descriptionOfWork', 'what is to be done');
  if (message.workClass?.workClassCode === plannedWork) {
    return description.ok ? readPlanned(message, description.value) : description;
  }
  const priority = priorityOf(message.priority);
  return readAs(together({ description, priority }), said => ({ base, workOrderReference }) => ({
    ...base,
    ...eventContent('housing.repair.raised.v1', {
      workOrderReference,
      priority: said.priority,
      trade: tradesOf(message.workElement),
      contractor: message.assignedToPrimary?.name ?? message.assignedToPrimary?.organization?.name,
      requiredBy: message.priority?.requiredCompletionDateTime?.at,
      reportedAt: message.dateReported?.at,
      awaabsLaw: message.isAwaabsDampAndMouldRepair,
      description: sealed(said.description),
    }),
  }));
}

/** What planned works are, in the words of a message; without words that can name them they are just that. */
export function worksIn({ workClass, descriptionOfWork }: WorkOrderMessage): string {
  return phraseSchema.safeParse(workClass?.workClassDescription ?? descriptionOfWork).data ?? 'Planned works';
}

function readPlanned(message: WorkOrderMessage, description: string): Reading<Raising> {
  const works = phraseSchema.safeParse(message.workClass?.workClassDescription ?? description);
  if (!works.success) {
    return unread({
      path: '/workClass/workClassDescription',
      message: 'The description of planned works is too long to name them by',
      expected: 'what the works are, in at most 200 characters',
    });
  }
  return read(({ base, workOrderReference }) => ({
    ...base,
    ...eventContent('housing.works.planned.v1', { workOrderReference, works: works.data }),
  }));
}
