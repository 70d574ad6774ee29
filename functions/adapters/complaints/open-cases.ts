import * as z from 'zod';
import { eventContent } from '../../../schemas/event-content.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import type { EventDraft, HappenedAt, SnapshotFeed } from '../contract.ts';
import { homeByCells, homeCells } from '../kit/row-home.ts';
import { sheetDateField, textField } from '../kit/vendor-fields.ts';
import { marker, type Said, translations } from './drafts.ts';
import { ombudsmanCase, openCase } from './flag-codes.ts';

const caseSchema = z
  .object({
    caseReference: localReferenceSchema,
    ...homeCells,
    received: sheetDateField,
    stage: z.enum(['1', '2'], 'a complaint has exactly two stages: 1 or 2'),
    about: textField(200),
    detail: textField(4000),
  })
  .transform(homeByCells);
type Case = z.output<typeof caseSchema>;

/** The list of all open cases. What it does not have any more has been closed. */
export const openCases: SnapshotFeed<Case> = {
  columns: {
    caseReference: ['Case ref', 'Case reference', 'Complaint ref'],
    uprn: ['UPRN'],
    reference: ['Property ref', 'Property reference'],
    address: ['Address'],
    received: ['Received', 'Date received'],
    stage: ['Stage'],
    about: ['About', 'Subject'],
    detail: ['Detail', 'Details'],
  },
  key: ['caseReference'],
  rowSchema: caseSchema,
  appeared: (row, seen) => [...opened(row), ...(row.stage === '2' ? escalated(row, seen) : [])],
  changed(before, after, seen) {
    if (JSON.stringify(before.home) !== JSON.stringify(after.home)) {
      return [...closed(before, seen), ...opened(after)];
    }
    return before.stage === '1' && after.stage === '2' ? escalated(after, seen) : [];
  },
  confirmed: ({ caseReference, home }, seen) => [
    {
      happened: seen,
      home,
      ...eventContent('housing.flag.asserted.v1', marker(openCase, { caseReference })),
    },
  ],
  // What the Ombudsman decides of is not over because a list lacks the complaint.
  disappeared: (row, seen) => closed(row, seen).filter(draft => !isOmbudsmans(draft)),
};

/** A row of the list in the form of the case log's entries: a case says the same whichever way it is told. */
function entryOf({ caseReference, received, about, detail }: Case) {
  return { entryId: caseReference, recordedAt: received, address: undefined, caseReference, about, detail };
}

function opened(row: Case): EventDraft[] {
  return drafts(row, row.received, translations.received({ ...entryOf(row), event: 'received' }));
}

function escalated(row: Case, seen: HappenedAt): EventDraft[] {
  const entry = { ...entryOf(row), detail: undefined };
  return drafts(row, seen, translations.escalated({ ...entry, event: 'escalated' }));
}

function closed(row: Case, seen: HappenedAt): EventDraft[] {
  return drafts(row, seen, translations.closed({ ...entryOf(row), event: 'closed' }));
}

function isOmbudsmans({ type, data }: EventDraft): boolean {
  return type === 'housing.flag.withdrawn.v1' && data.code === ombudsmanCase.code;
}

function drafts({ home }: Case, happened: HappenedAt, said: readonly Said[]): EventDraft[] {
  return said.map(each => ({ happened, home, ...each }));
}
