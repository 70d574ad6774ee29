import type { EventOf } from '../../../../schemas/catalogue.ts';
import { eventContent } from '../../../../schemas/event-content.ts';
import { present } from '../../kit/present.ts';
import { read } from '../../kit/reading.ts';
import type { JobStatus } from '../vendor.ts';
import { foundIn, operativesOf, saidIn } from '../wording.ts';
import { left, note, type Status } from './status.ts';

/** What is said with an appointment is how to meet whoever lives there, unless the vendor says otherwise. */
function aboutPeople(update: JobStatus): JobStatus {
  return { ...update, commentsAbout: update.commentsAbout ?? 'people' };
}

/** Operatives were assigned: with a window that is an appointment, without one nobody knows yet when. */
export const assigned: Status = (job, update) => {
  const { base, workOrderReference } = job;
  const assignedTo = operativesOf(update.operativesAssigned);
  if (update.refinedAppointmentWindow === undefined) {
    const about = `Operatives assigned${assignedTo === undefined ? '' : `: ${assignedTo}`}`;
    return read([note(job, about, aboutPeople(update))]);
  }
  const data = present({ workOrderReference, ...update.refinedAppointmentWindow, assignedTo });
  return read([
    { ...base, ...eventContent('housing.repair.appointed.v1', data) },
    ...left(job, 'Said with the appointment', aboutPeople(update)),
  ]);
};

type Channel = NonNullable<EventOf<'housing.repair.rebooked.v1'>['data']['channel']>;

/** Words for HACT's medium, whose numbers nobody publishes. A channel that is not among them is some other. */
const media: ReadonlyMap<string, Channel> = new Map([
  ['call', 'call'],
  ['phone', 'call'],
  ['telephone', 'call'],
  ['email', 'email'],
  ['letter', 'letter'],
  ['sms', 'sms'],
  ['text', 'sms'],
]);

/** By which channel the customer was tried; none where the update does not say. */
function channelOf({
  customerCommunicationChannelAttempted: attempted,
}: Pick<JobStatus, 'customerCommunicationChannelAttempted'>): Channel | undefined {
  if (attempted === undefined) return undefined;
  return media.get(attempted.channel?.medium?.toLowerCase() ?? '') ?? 'other';
}

/** An appointment was moved, and who asked for that: not known unless somebody says so. */
export function rebooked(askedBy: EventOf<'housing.repair.rebooked.v1'>['data']['askedBy']): Status {
  return (job, { refinedAppointmentWindow, evidence, ...update }) =>
    read([
      {
        ...job.base,
        ...eventContent('housing.repair.rebooked.v1', {
          workOrderReference: job.workOrderReference,
          askedBy,
          channel: channelOf(update),
          fault: update.fault,
          from: refinedAppointmentWindow?.from,
          reason: saidIn(update),
        }),
      },
      ...left(job, 'Evidence of the rebooking', { evidence }),
    ]);
}

/** Somebody attended and got in. */
export function attended(outcome: EventOf<'housing.repair.attended.v1'>['data']['outcome']): Status {
  return (job, { operativesAssigned, evidence, ...update }) =>
    read([
      {
        ...job.base,
        ...eventContent('housing.repair.attended.v1', {
          workOrderReference: job.workOrderReference,
          outcome,
          attendedBy: operativesOf(operativesAssigned),
          finding: foundIn(update),
        }),
      },
      ...left(job, 'Evidence of the attendance', { evidence }),
    ]);
}

/** Denied access. An update that names a channel of communication is an attempt by it, not a visit. */
export const noAccess: Status = (job, update) =>
  read([
    {
      ...job.base,
      ...eventContent('housing.repair.no-access-recorded.v1', {
        workOrderReference: job.workOrderReference,
        inPerson: update.customerCommunicationChannelAttempted === undefined,
        channel: channelOf(update),
        fault: update.fault,
        cardLeft: update.cardLeft,
        attendedBy: operativesOf(update.operativesAssigned),
        note: saidIn(update),
      }),
    },
    ...left(job, 'Evidence of the attempt', { evidence: update.evidence }),
  ]);

/** Somebody inspected: what they found, the cause if they found one, and what they recommend. */
export const inspected: Status = (job, { inspection, operativesAssigned, evidence, ...update }) =>
  read([
    {
      ...job.base,
      ...eventContent('housing.visit.carried-out.v1', {
        workOrderReference: job.workOrderReference,
        purpose: inspection?.purpose ?? 'inspection',
        visitedBy: operativesOf(operativesAssigned),
        finding: foundIn(update),
        cause: inspection?.cause,
        nextAction: inspection?.nextAction,
        evidence,
      }),
    },
  ]);
