import { saysNothing } from '../../../schemas/nothing.ts';

/** The ends of the calendars of databases and languages, and Excel's zero: days that no landlord's date is. */
const noDates: ReadonlySet<string> = new Set([
  '0000-00-00',
  '0001-01-01',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-00',
  '1900-01-01',
  '9999-12-31',
]);

const iso = /^(\d{4}-\d{2}-\d{2})(?!\d)/;
const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;

/** Whether a text is what systems write where they have no date, with any time of day: it says nothing, as an empty field does. */
export function isNoDate(text: string): boolean {
  return saysNothing(text) || noDates.has(dayIn(text.trim()) ?? '');
}

function dayIn(text: string): string | undefined {
  const dayFirst = british.exec(text);
  if (dayFirst === null) return iso.exec(text)?.[1];
  const [, day = '', month = '', year = ''] = dayFirst;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
