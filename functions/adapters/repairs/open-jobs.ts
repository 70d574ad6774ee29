import * as z from 'zod';
import { eventContent } from '../../../schemas/event-content.ts';
import { phraseSchema } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import type { EventDraft, HappenedAt, SnapshotFeed } from '../contract.ts';
import { meaningOf } from '../kit/meaning.ts';
import { present } from '../kit/present.ts';
import { homeByCells, homeCells } from '../kit/row-home.ts';
import { optionalSheetDateField, sheetDateField, textField } from '../kit/vendor-fields.ts';
import { priorities } from './priorities.ts';
import { sealed } from './wording.ts';

const priorityField = z.string().transform((code, context) => {
  const meaning = meaningOf(priorities, code, 'priority');
  if (meaning.ok) return meaning.value;
  for (const { message, expected } of meaning.problems) context.addIssue(`${message}: ${expected}`);
  return z.NEVER;
});

const jobSchema = z
  .object({
    job: localReferenceSchema,
    ...homeCells,
    priority: priorityField,
    raised: sheetDateField,
    target: optionalSheetDateField,
    appointment: optionalSheetDateField,
    trade: phraseSchema.optional(),
    contractor: phraseSchema.optional(),
    description: textField(4000),
  })
  .transform(homeByCells);
type Job = z.output<typeof jobSchema>;

/** What can be seen to change, in words, where it has no event of its own. */
const comparedParts = ['priority', 'target', 'trade', 'contractor', 'description'] as const;

/** The list of all open jobs. What it does not have any more is not open any more; how that came, it does not say. */
export const openJobs: SnapshotFeed<Job> = {
  columns: {
    job: ['Job no', 'Job number', 'Work order', 'Works order ref'],
    reference: ['Property ref', 'Property reference'],
    uprn: ['UPRN'],
    address: ['Address'],
    priority: ['Priority', 'Priority code'],
    raised: ['Raised', 'Date raised'],
    target: ['Target', 'Target date'],
    appointment: ['Appointment', 'Appointment start'],
    trade: ['Trade'],
    contractor: ['Contractor'],
    description: ['Description', 'Job description'],
  },
  key: ['job'],
  rowSchema: jobSchema,
  appeared: job => [raised(job), ...appointed(job, job.raised)],
  changed(before, after, seen) {
    if (JSON.stringify(before.home) !== JSON.stringify(after.home)) {
      return [closed(before, seen), raised(after), ...appointed(after, seen)];
    }
    const moved = before.appointment?.at !== after.appointment?.at;
    return [...(moved ? appointedAnew(after, seen) : []), ...changesNoted(before, after, seen)];
  },
  disappeared: (before, seen) => [closed(before, seen)],
};

function raised({ home, job, raised: happened, ...said }: Job): EventDraft {
  const { priority, trade, contractor, target, description } = said;
  const detail = { trade, contractor, requiredBy: target?.at, description: sealed(description) };
  const data = { workOrderReference: job, priority, ...present(detail) };
  return { happened, home, ...eventContent('housing.repair.raised.v1', data) };
}

function appointed({ home, job, appointment }: Job, happened: HappenedAt): EventDraft[] {
  if (appointment === undefined) return [];
  const data = { workOrderReference: job, from: appointment.at };
  return [{ happened, home, ...eventContent('housing.repair.appointed.v1', data) }];
}

/** Another appointment, or none any more: whose doing that was, the list does not say. */
function appointedAnew(row: Job, seen: HappenedAt): EventDraft[] {
  if (row.appointment !== undefined) return appointed(row, seen);
  const data = { workOrderReference: row.job, askedBy: 'unknown' as const };
  return [{ happened: seen, home: row.home, ...eventContent('housing.repair.rebooked.v1', data) }];
}

function changesNoted(before: Job, after: Job, happened: HappenedAt): EventDraft[] {
  const { home, job } = after;
  const differing = comparedParts.filter(
    part => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
  if (differing.length === 0) return [];
  const note = present({ note: sealed(after.description) });
  const about = `Changed in the list of open jobs: ${differing.join(', ')}`;
  const data = { workOrderReference: job, about, ...(differing.includes('description') && note) };
  return [{ happened, home, ...eventContent('housing.repair.note-added.v1', data) }];
}

function closed({ home, job }: Job, happened: HappenedAt): EventDraft {
  return { happened, home, ...eventContent('housing.repair.closed.v1', { workOrderReference: job }) };
}
