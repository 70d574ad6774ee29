import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { finding } from '../../kit/finding.ts';
import { type Reading, read } from '../../kit/reading.ts';
import { readAs } from '../../kit/readings.ts';
import type { Job } from '../job.ts';
import type { JobStatus, MessageOf } from '../vendor.ts';
import { homeOf } from '../where.ts';
import { tradesOf } from '../wording.ts';

interface FollowOn {
  trade?: string | undefined;
  requirement?: string | undefined;
  emergency?: boolean | undefined;
}

function followOn(job: Job, { trade, requirement, emergency }: FollowOn): EventDraft {
  return {
    ...job.base,
    ...eventContent('housing.repair.follow-on-required.v1', {
      workOrderReference: job.workOrderReference,
      trade,
      emergency,
      requirement: requirement === undefined ? undefined : finding(requirement, undefined),
    }),
  };
}

/** HACT's AdditionalWork of an update: at the home that it names, else at the job's own. */
export function additionalWork(job: Job, { additionalWork }: JobStatus, at: string): Reading<EventDraft[]> {
  if (additionalWork === undefined) return read([]);
  const { additionalWorkOrder: order, reasonRequired } = additionalWork;
  const elsewhere = order.sitePropertyUnit.length > 0 || order.site !== undefined;
  const home = elsewhere ? homeOf(order, `${at}/additionalWork/additionalWorkOrder`) : read(job.base.home);
  return readAs(home, where => [
    followOn(
      { ...job, base: { ...job.base, home: where } },
      { trade: tradesOf(order.workElement), requirement: sentences(order.descriptionOfWork, reasonRequired) },
    ),
  ]);
}

/** The follow-on request of a completed work order: one event a trade, since each trade is somebody else's work. */
export function followOnRequests(
  job: Job,
  request: MessageOf<'WorkOrderComplete'>['followOnRequest'],
): EventDraft[] {
  if (request === undefined) return [];
  const { followOnTypeDescription, materialNotes, additionalNotes, otherTrade } = request;
  const { isEmergency: emergency } = request;
  const requirement = sentences(followOnTypeDescription, materialNotes, additionalNotes);
  const trades = [...request.requiredFollowOnTrades, ...(otherTrade === undefined ? [] : [otherTrade])];
  if (trades.length === 0) return [followOn(job, { requirement, emergency })];
  return trades.map(trade => followOn(job, { trade, requirement, emergency }));
}

function sentences(...texts: (string | undefined)[]): string | undefined {
  return texts.filter(text => text !== undefined).join('\n') || undefined;
}
