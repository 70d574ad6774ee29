import { type ContentOf, eventContent } from '../../../../schemas/event-content.ts';
import { hazardOutcomeSchema } from '../../../../schemas/events/hazard.ts';
import type { SealedText } from '../../../../schemas/parts.ts';
import { finding, remark } from '../../kit/finding.ts';
import { type Reading, together } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import type { Job } from '../job.ts';
import type { JobStatus } from '../vendor.ts';
import { operativesOf } from '../wording.ts';
import { left, type Status } from './status.ts';

type Hazard = NonNullable<JobStatus['hazard']>;

function hazardOf({ hazard }: JobStatus, at: string): Reading<Hazard> {
  return needed(hazard, `${at}/hazard`, 'the hazard, such as { "kind": "damp-and-mould" }');
}

type Written = Pick<JobStatus, 'comments' | 'commentsAbout'>;

/** What is written of a hazard that somebody noticed may say something of somebody's health: who suffers from it, say. */
function suspectedIn({ comments, commentsAbout }: Written): SealedText | undefined {
  return comments === undefined ? undefined : remark(comments, commentsAbout, 'special-category');
}

/** What an investigation or the end of one found. */
function concludedIn({ comments, commentsAbout }: Written): SealedText | undefined {
  return comments === undefined ? undefined : finding(comments, commentsAbout, 'special-category');
}

/** What every event of a hazard says: its kind, which occurrence where the message names one, and the job. */
function about({ workOrderReference }: Job, { kind, reference }: Hazard) {
  return { hazard: kind, hazardReference: reference, workOrderReference };
}

/** Somebody noticed what may be a hazard. */
export const hazardSuspected: Status = (job, update, at) =>
  readAs(hazardOf(update, at), hazard => [
    {
      ...job.base,
      ...eventContent('housing.hazard.suspected.v1', {
        ...about(job, hazard),
        severity: hazard.result,
        room: hazard.room,
        note: suspectedIn(update),
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
          ...about(job, hazard),
          result,
          investigator: operativesOf(update.operativesAssigned),
          finding: concludedIn(update),
        }),
      },
      ...left(job, 'Evidence of the hazard', { evidence: update.evidence }),
    ],
  );

/** The written summary of the investigation was sent to the tenant. */
export const hazardSummarySent: Status = (job, update, at) =>
  readAs(hazardOf(update, at), hazard => [
    {
      ...job.base,
      ...eventContent('housing.hazard.summary-sent.v1', {
        ...about(job, hazard),
        sentAt: job.base.happened.at,
      }),
    },
    ...left(job, 'Said of the written summary', update),
  ]);

type Stage =
  | 'housing.hazard.made-safe.v1'
  | 'housing.hazard.works-started.v1'
  | 'housing.hazard.works-completed.v1';

/** The hazard came to a stage of which there is no more to say than that. */
function came(stage: (said: ReturnType<typeof about>) => ContentOf<Stage>, words: string): Status {
  return (job, update, at) =>
    readAs(hazardOf(update, at), hazard => [
      { ...job.base, ...stage(about(job, hazard)) },
      ...left(job, words, update),
    ]);
}

export const hazardMadeSafe = came(
  said => eventContent('housing.hazard.made-safe.v1', said),
  'Said of making the hazard safe',
);
export const hazardWorksStarted = came(
  said => eventContent('housing.hazard.works-started.v1', said),
  'Said of works at the hazard',
);
export const hazardWorksCompleted = came(
  said => eventContent('housing.hazard.works-completed.v1', said),
  'Said of works at the hazard',
);

/** The hazard was closed, and why. */
export const hazardClosed: Status = (job, update, at) =>
  readAs(
    together({
      hazard: hazardOf(update, at),
      outcome: needed(
        update.hazard?.outcome,
        `${at}/hazard/outcome`,
        `one of ${hazardOutcomeSchema.options.join(', ')}`,
      ),
    }),
    ({ hazard, outcome }) => [
      {
        ...job.base,
        ...eventContent('housing.hazard.closed.v1', {
          ...about(job, hazard),
          outcome,
          note: concludedIn(update),
        }),
      },
      ...left(job, 'Evidence of the closing', { evidence: update.evidence }),
    ],
  );
