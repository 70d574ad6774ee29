import { eventContent } from '../../../../schemas/event-content.ts';
import type { SealedText } from '../../../../schemas/parts.ts';
import { type Reading, together } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import type { JobStatus } from '../vendor.ts';
import { operativesOf } from '../wording.ts';
import { left, type Status } from './status.ts';

type Hazard = NonNullable<JobStatus['hazard']>;

function hazardOf({ hazard }: JobStatus, at: string): Reading<Hazard> {
  return needed(hazard, `${at}/hazard`, 'the hazard, such as { "kind": "damp-and-mould" }');
}

/** What is written about a hazard may say something of somebody's health. */
function sensitive(text: string | undefined): SealedText | undefined {
  return text === undefined ? undefined : { text, classification: 'special-category' };
}

/** Somebody noticed what may be a hazard. */
export const hazardSuspected: Status = (job, update, at) =>
  readAs(hazardOf(update, at), ({ kind, room }) => [
    {
      ...job.base,
      ...eventContent('housing.hazard.suspected.v1', {
        hazard: kind,
        workOrderReference: job.workOrderReference,
        room,
        note: sensitive(update.comments),
      }),
    },
    ...left(job, 'Evidence of the hazard', { evidence: update.evidence }),
  ]);

/** A hazard investigation was concluded, with its result. */
export const hazardInvestigated: Status = (job, update, at) =>
  readAs(
    together({
      hazard: hazardOf(update, at),
      result: needed(update.hazard?.result, `${at}/hazard/result`, 'one of emergency, significant, none'),
    }),
    ({ hazard, result }) => [
      {
        ...job.base,
        ...eventContent('housing.hazard.investigated.v1', {
          hazard: hazard.kind,
          workOrderReference: job.workOrderReference,
          result,
          investigator: operativesOf(update.operativesAssigned),
          finding: sensitive(update.comments),
        }),
      },
      ...left(job, 'Evidence of the hazard', { evidence: update.evidence }),
    ],
  );

/** The written summary of the investigation was sent to the tenant. */
export const hazardSummarySent: Status = (job, update, at) =>
  readAs(hazardOf(update, at), ({ kind }) => [
    {
      ...job.base,
      ...eventContent('housing.hazard.summary-sent.v1', {
        hazard: kind,
        workOrderReference: job.workOrderReference,
        sentAt: job.base.happened.at,
      }),
    },
    ...left(job, 'Said of the written summary', update),
  ]);

/** The hazard was made safe. */
export const hazardMadeSafe: Status = (job, update, at) =>
  readAs(hazardOf(update, at), ({ kind }) => [
    {
      ...job.base,
      ...eventContent('housing.hazard.made-safe.v1', {
        hazard: kind,
        workOrderReference: job.workOrderReference,
      }),
    },
    ...left(job, 'Said of making the hazard safe', update),
  ]);
