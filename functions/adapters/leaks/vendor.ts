import * as z from 'zod';
import { type Cells, columnsOf } from '../kit/headers.ts';

const cellSchema = z.union(
  [z.string(), z.number(), z.boolean(), z.null()],
  'expected a cell: text, a number, true, false or null',
);

/** One row of the sheet: a report, a visit or a step, under whatever headings that copy of the sheet has. */
export const rowSchema = z
  .record(z.string(), cellSchema)
  .meta({ title: 'A row of the leaks sheet: heading to cell' });
export type Row = z.infer<typeof rowSchema>;

/** The sheet's columns and the headings that its copies are known to use. */
export const columns = columnsOf(
  {
    date: ['Date', 'Date of visit', 'Visit date', 'Date reported'],
    time: ['Time', 'Time of visit', 'Visit time'],
    block: ['Block', 'Block name'],
    flat: ['Flat', 'Flat no.', 'Flat number'],
    step: ['What happened', 'Action', 'Status'],
    leakReference: ['Leak ref', 'LFA ref', 'Leak reference'],
    hazardReference: ['Hazard ref', 'Hazard reference', 'Regarding'],
    source: ['Suspected source', 'Source flat'],
    room: ['Room'],
    nearElectrics: ['Near electrics?'],
    circuits: ['Circuits'],
    officer: ['Officer', 'Visited by'],
    cause: ['Cause', 'Cause found'],
    nextAction: ['Next action', 'Next step'],
    method: ['Method', 'How'],
    cardLeft: ['Card left?'],
    moisture: ['Moisture', 'Moisture %'],
    notes: ['Notes', 'Comments'],
    notesAbout: ['Comments about', 'Notes about'],
    fault: ['Fault', 'Whose fault'],
    warning: ['Warning', 'Warnings'],
    warningOver: ['Warning over', 'Warnings over', 'Warning ended'],
  },
  ['nearElectrics', 'cardLeft'],
);
export type Column = keyof typeof columns.spellings;
export type LeakCells = Cells<Column>;

/** A sheet is a list of rows; a single row may come as an object. */
export function itemsOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) ? document : [document];
}
