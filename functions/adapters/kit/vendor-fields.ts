import * as z from 'zod';
import { saysNothing } from '../../../schemas/nothing.ts';
import { dateSchema, uprnFrom } from '../../../schemas/reference.ts';
import type { HappenedAt } from '../contract.ts';
import { happenedAtBritish, happenedAtIso } from './happened-at.ts';
import { isNoDate } from './no-date.ts';

/** Text that a vendor may leave out, or fill with what says nothing: both mean the same. */
export function textField(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform(text => (saysNothing(text) ? undefined : (text ?? undefined)));
}

/** A list that a vendor may leave out when it is empty. */
export function listField<S extends z.ZodType>(item: S, max: number) {
  return z
    .array(item)
    .max(max)
    .optional()
    .transform(list => list ?? []);
}

/** A code that vendors send as text or as a number: `"70"`, `70`. */
export const codeField = z.union([z.string().trim().min(1).max(20), z.int()]).transform(String);

function timeField(read: (text: string) => HappenedAt | undefined, expected: string) {
  return z
    .string()
    .max(40)
    .transform((text, context) => {
      const happened = read(text);
      if (happened !== undefined) return happened;
      context.addIssue(`expected ${expected}`);
      return z.NEVER;
    });
}

/** An ISO 8601 date or date-time; without an offset it is London's. */
export const momentField = timeField(
  happenedAtIso,
  'a real ISO 8601 date or date-time such as 2025-06-02T08:40:00Z',
);

/** A date in a sheet: ISO 8601, day first, or the number by which a spreadsheet keeps it. */
export const sheetDateField = timeField(
  text => happenedAtIso(text) ?? happenedAtBritish(text),
  'a real date such as 2025-06-02 or 02/06/2025',
);

/** A date in the vendor's own words, which may be left out, or be what it writes where there is none. */
export const dateTextField = textField(40).transform(text =>
  text === undefined || isNoDate(text) ? undefined : text,
);

/** The same, read as ISO 8601. */
export const optionalMomentField = dateTextField.pipe(momentField.optional());

/** The same, read as in a sheet. */
export const optionalSheetDateField = dateTextField.pipe(sheetDateField.optional());

/** A day that has to be there: what stands for none is none. */
export const dayField = dateSchema.refine(
  day => !isNoDate(day),
  'expected a real day: this one stands for none',
);

/** A UPRN as vendors write it, padded with zeros or not; it may be left out or empty. */
export const uprnField = textField(20).transform((text, context) => {
  if (text === undefined) return undefined;
  const uprn = uprnFrom(text);
  if (uprn !== undefined) return uprn;
  context.addIssue('expected a UPRN of 1 to 12 digits');
  return z.NEVER;
});
