import type { EventDraft, HappenedAt } from '../../contract.ts';
import { meaningOf } from '../../kit/meaning.ts';
import { type Reading, read } from '../../kit/reading.ts';
import { inOrder, needed } from '../../kit/readings.ts';
import type { Job } from '../job.ts';
import type { JobStatus } from '../vendor.ts';
import { cancelled, completed } from './closing.ts';
import { additionalWork } from './follow-on.ts';
import {
  hazardClosed,
  hazardInvestigated,
  hazardMadeSafe,
  hazardSummarySent,
  hazardSuspected,
  hazardWorksCompleted,
  hazardWorksStarted,
} from './hazard.ts';
import { note, type Status } from './status.ts';
import { assigned, attended, inspected, noAccess, rebooked } from './visit.ts';

/** A known update for which the shared language has no event of its own: kept on the work order in words. */
function noteAdded(about: string): Status {
  return (job, update) => read([note(job, about, update)]);
}

/**
 * Updates of type 0, Other, by their `otherType`. The first five are in use at a council; the rest are this adapter's,
 * for what HACT's list has no code for.
 */
const otherTypes: Readonly<Record<string, Status>> = {
  complete: completed,
  completed,
  cancel: cancelled,
  resume: noteAdded('Work resumed'),
  addNote: noteAdded('Note'),
  attended: attended('worked-on'),
  madeSafe: attended('made-safe'),
  inspected,
  rebooked: rebooked('unknown'),
  rebookedByResident: rebooked('resident'),
  rebookedByLandlord: rebooked('landlord'),
  rebookedByContractor: rebooked('contractor'),
  hazardSuspected,
  hazardInvestigated,
  hazardSummarySent,
  hazardMadeSafe,
  hazardWorksStarted,
  hazardWorksCompleted,
  hazardClosed,
};

/**
 * HACT's JobStatusUpdateTypeCode, and the codes in use at a council, whose meaning is published. HACT's list has more
 * (20 to 60, 90, 100, 110): nobody says what they mean, so they are refused rather than guessed at.
 */
const typeCodes: Readonly<Record<string, Status | 'other'>> = {
  '0': 'other',
  '10': assigned,
  // A council's own: whether somebody with a higher spending limit lets the work go ahead.
  '22': cancelled,
  '23': noteAdded('Work order authorised'),
  '70': noAccess,
  '80': noteAdded('A more specific schedule of rates code is needed'),
  '100-10': noteAdded('Variation acknowledged'),
  '100-20': noteAdded('Variation approved'),
  '120': attended('incomplete'),
  '120-10': attended('incomplete'),
  '120-20': attended('incomplete'),
  '120-30': attended('incomplete'),
  '120-40': attended('incomplete'),
  '120-50': attended('incomplete'),
  '125': noteAdded('Variation rejected'),
  '180': noteAdded('Variation needs approval'),
  '190': noteAdded('Work order rejected'),
  '200': noteAdded('Work order approved'),
};

const closingTypes: readonly (string | undefined)[] = ['complete', 'completed', 'cancel'];

/** An update after which nothing more is to come: completed, cancelled, or closed because nobody let the operative in. */
export function isClosing({ typeCode, otherType }: JobStatus): boolean {
  return ['22', '70'].includes(typeCode) || (typeCode === '0' && closingTypes.includes(otherType));
}

/** When an update was made: as it says, else when it was heard. @param at where the update stands in its message */
export function updatedAt(
  { eventTime }: JobStatus,
  heard: HappenedAt | undefined,
  at: string,
): Reading<HappenedAt> {
  return needed(eventTime ?? heard, `${at}/eventTime`, 'when it happened, ISO 8601');
}

/** What an update of this kind says of a job; a problem that lists the known kinds where it is not one of them. */
export function statusOf({ typeCode, otherType }: JobStatus, at: string): Reading<Status> {
  const status = meaningOf(typeCodes, typeCode, `${at}/typeCode`);
  if (!status.ok) return status;
  return status.value === 'other' ? meaningOf(otherTypes, otherType, `${at}/otherType`) : read(status.value);
}

/** What one job status update says, and the further work that it asks for. */
export function statusEvents(job: Job, update: JobStatus, at: string): Reading<EventDraft[]> {
  const status = statusOf(update, at);
  const said = status.ok ? status.value(job, update, at) : status;
  return inOrder<EventDraft>([said, additionalWork(job, update, at)]);
}
