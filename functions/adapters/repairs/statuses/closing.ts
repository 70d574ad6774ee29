import { eventContent } from '../../../../schemas/event-content.ts';
import { present } from '../../kit/present.ts';
import { read } from '../../kit/reading.ts';
import { operativesOf, sealed } from '../wording.ts';
import { left, type Status } from './status.ts';

/** The job is done, with whatever evidence there is; of planned work, the works are. */
export const completed: Status = (job, { operativesAssigned, comments, evidence }) => {
  const { base, workOrderReference } = job;
  if (job.planned) {
    return read([
      { ...base, ...eventContent('housing.works.completed.v1', { workOrderReference }) },
      ...left(job, 'Said of the completion', { comments, evidence }),
    ]);
  }
  const data = present({
    workOrderReference,
    operative: operativesOf(operativesAssigned),
    evidence,
    note: sealed(comments),
  });
  return read([{ ...base, ...eventContent('housing.repair.completed.v1', data) }]);
};

/** The job will not be done. */
export const cancelled: Status = (job, { comments, evidence }) =>
  read([
    {
      ...job.base,
      ...eventContent('housing.repair.cancelled.v1', {
        workOrderReference: job.workOrderReference,
        reason: sealed(comments),
      }),
    },
    ...left(job, 'Evidence of the cancellation', { evidence }),
  ]);
