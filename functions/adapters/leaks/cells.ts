import type * as z from 'zod';
import { phraseSchema, type SealedText, staffSchema } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { finding, remark, type TextAbout } from '../kit/finding.ts';
import { type CellReader, optionalCell, requiredCell } from '../kit/headers.ts';
import { type Reading, together } from '../kit/reading.ts';
import { readAs } from '../kit/readings.ts';
import { columns, type LeakCells } from './vendor.ts';
import { aboutOf, knownAbouts, knownMethods, knownParties, methodOf, partyOf, yesNoOf } from './wording.ts';

/** A cell that is what a schema of the shared language asks for. */
function fits<S extends z.ZodType>(schema: S, expected: string): CellReader<z.output<S>> {
  return { read: text => schema.safeParse(text).data, expected };
}

const reference = fits(localReferenceSchema, 'a reference of at most 100 characters');
const phrase = fits(phraseSchema, 'a few words, at most 200 characters');
const staff = fits(staffSchema, 'a name or job title of at most 80 characters');
const yesNo: CellReader<boolean> = { read: yesNoOf, expected: '“yes” or “no”' };

const text: CellReader<string> = {
  read: written => (written.length > 4000 ? undefined : written),
  expected: 'at most 4,000 characters',
};
const about: CellReader<TextAbout> = { read: aboutOf, expected: `one of: ${knownAbouts}` };

/** What the sheet's notes column says, read as what it mostly is at that step unless the row says what it is about. */
function notesAs(sealed: typeof finding, otherwise: SealedText['classification'] = 'personal') {
  return (cells: LeakCells): Reading<SealedText | undefined> =>
    readAs(
      together({
        written: optionalCell(cells, 'notes', text),
        said: optionalCell(cells, 'notesAbout', about),
      }),
      ({ written, said }) => (written === undefined ? undefined : sealed(written, said, otherwise)),
    );
}

const moisture: CellReader<number> = {
  read: text => {
    const match = /^(\d{1,3}(?:\.\d+)?) ?%?$/.exec(text);
    const percent = Number(match?.[1]);
    return percent <= 100 ? percent : undefined;
  },
  expected: 'a percentage from 0 to 100',
};

/** The reference of the leak, where the row gives one: the team's own, or what the hub calls one that has none. */
export const leakReference = (cells: LeakCells) => optionalCell(cells, 'leakReference', reference);
/** The occurrence of a hazard that the row is about, by the reference that the team was told. */
export const hazardReference = (cells: LeakCells) => optionalCell(cells, 'hazardReference', reference);
export const room = (cells: LeakCells) => optionalCell(cells, 'room', phrase);
export const nearElectrics = (cells: LeakCells) => optionalCell(cells, 'nearElectrics', yesNo);
export const circuits = (cells: LeakCells) => optionalCell(cells, 'circuits', phrase);
export const officer = (cells: LeakCells) => optionalCell(cells, 'officer', staff);
export const cause = (cells: LeakCells) => optionalCell(cells, 'cause', phrase);
export const foundCause = (cells: LeakCells) => requiredCell(columns, cells, 'cause', phrase);
export const nextAction = (cells: LeakCells) => optionalCell(cells, 'nextAction', phrase);
export const cardLeft = (cells: LeakCells) => optionalCell(cells, 'cardLeft', yesNo);
export const moisturePercent = (cells: LeakCells) => optionalCell(cells, 'moisture', moisture);
/** What was seen, measured or done. */
export const found = notesAs(finding);
/** What somebody at the door said or did. */
export const remarked = notesAs(remark);
/** Damp or mould is reported with who suffers from it. */
export const suspected = notesAs(remark, 'special-category');
export const concluded = notesAs(finding, 'special-category');
export const fault = (cells: LeakCells) =>
  optionalCell(cells, 'fault', { read: partyOf, expected: `one of: ${knownParties}` });
export const method = (cells: LeakCells) =>
  optionalCell(cells, 'method', { read: methodOf, expected: `one of: ${knownMethods}` });
