import { eventContent } from '../../../../schemas/event-content.ts';
import { present } from '../../kit/present.ts';
import { read } from '../../kit/reading.ts';
import { foundIn, operativesOf } from '../wording.ts';
import { left, type Status } from './status.ts';

/** The job is done, with whatever evidence there is; of planned work, the works are. */
export const completed: Status = (job, update) => {
  const { base, workOrderReference } = job;
  const { operativesAssigned, evidence } = update;
  if (job.planned) {
    return read([
      { ...base, ...eventContent('housing.works.completed.v1', { workOrderReference }) },
      ...left(job, 'Said of the completion', update),
    ]);
  }
  const data = present({
    workOrderReference,
    operative: operativesOf(operativesAssigned),
    evidence,
    note: foundIn(update),
  });
  return read([{ ...base, ...eventContent('housing.repair.completed.v1', data) }]);
};

/** The job will not be done. */
export const cancelled: Status = (job, { evidence, ...update }) =>
  read([
    {
      ...job.base,
      ...eventContent('housing.repair.cancelled.v1', {
        workOrderReference: job.workOrderReference,
        reason: foundIn(update),
      }),
    },
    ...left(job, 'Evidence of the cancellation', { evidence }),
  ]);
