import { dayAfter, inLondon, momentInLondon, momentInUtc } from '../../../schemas/london.ts';
import { instantSchema } from '../../../schemas/reference.ts';
import type { HappenedAt } from '../contract.ts';
import { isNoDate } from './no-date.ts';

const isoPattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;
const offsetPattern = /^([+-])([01]\d|2[0-3]):?([0-5]\d)$/;
const britishPattern = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Reads an ISO 8601 date or date-time as systems write them: `2025-06-02T08:40:00.1234567Z`, `2025-06-02T08:40`,
 * `2025-06-02`. An offset is honoured; without one the time is London's; a date alone is the start of that day there.
 * @returns undefined when the text is not such a time, names no real date, or is what stands for none.
 */
export function happenedAtIso(text: string): HappenedAt | undefined {
  if (isNoDate(text)) return undefined;
  const match = isoPattern.exec(text.trim());
  if (match === null) return undefined;
  const [, date = '', time, offset] = match;
  return offset === undefined ? londonTime(date, time) : offsetTime(date, time ?? '', offset);
}

/**
 * Reads a British date, day first, with or without a time: `2/6/2025`, `02/06/2025 08:40`; or an ISO 8601 one, as a workbook's
 * dates are read; or the number by which a spreadsheet keeps a date, `45810` or `45810.361`, where its cell was formatted as
 * a number.
 * Day and month cannot be told apart from the value: only a system that is known to write them so may use this.
 * @returns undefined when the text is not such a time, names no real date, or is what stands for none.
 */
export function happenedAtBritish(text: string): HappenedAt | undefined {
  if (isNoDate(text)) return undefined;
  const match = britishPattern.exec(text.trim());
  if (match === null) return spreadsheetTime(text.trim()) ?? happenedAtIso(text);
  const [, day = '', month = '', year = '', hour, minute, second = '00'] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return londonTime(date, hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}:${second}`);
}

/** A time as the British write it, `02/06/2025`, with the time where one was said: `02/06/2025 08:40`. */
export function inBritish({ at, basis }: HappenedAt): string {
  const { date, time } = inLondon(Date.parse(at));
  const [year, month, day] = date.split('-');
  const british = `${day}/${month}/${year}`;
  if (basis === 'date-only') return british;
  const [minutes, seconds] = [time.slice(0, 5), time.slice(0, 8)];
  return `${british} ${seconds.endsWith(':00') ? minutes : seconds}`;
}

/** Day 1 of Excel is 1 January 1900, and it counts a 29 February 1900 that never was. Five digits are 1927 to 2173. */
const dayNought = '1899-12-30';
const dayNumber = /^([1-9]\d{4})(?:(\.\d{1,15})| (\d{2}:\d{2}))?$/;

function spreadsheetTime(text: string): HappenedAt | undefined {
  const [, days, part, clock] = dayNumber.exec(text) ?? [];
  if (days === undefined) return undefined;
  const date = dayAfter(dayNought, Number(days));
  if (part === undefined) return londonTime(date, clock);
  const seconds = Math.round(Number(part) * 86_400) % 86_400;
  return londonTime(date, new Date(seconds * 1000).toISOString().slice(11, 19));
}

function offsetTime(date: string, time: string, offset: string): HappenedAt | undefined {
  const moment = momentInUtc(date, time);
  const [, sign, hours, minutes] = offsetPattern.exec(offset === 'Z' ? '+00:00' : offset) ?? [];
  if (moment === undefined || sign === undefined) return undefined;
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return happened(sign === '-' ? moment + ahead : moment - ahead, 'offset');
}

function londonTime(date: string, time: string | undefined): HappenedAt | undefined {
  const moment = momentInLondon(date, time);
  return moment === undefined
    ? undefined
    : happened(moment, time === undefined ? 'date-only' : 'london-assumed');
}

/** Undefined outside of the years that an instant has. */
function happened(moment: number, basis: HappenedAt['basis']): HappenedAt | undefined {
  const { data } = instantSchema.safeParse(new Date(moment).toISOString());
  return data === undefined ? undefined : { at: data, basis };
}
