import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../../schemas/reference.ts';
import type { HappenedAt } from '../contract.ts';
import { isNoDate } from './no-date.ts';

const zone = 'Europe/London';
const isoPattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;
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
  if (offset !== undefined) return offsetTime(`${date}T${time}${offset === 'Z' ? 'Z' : offset}`);
  return londonTime(date, time);
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
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const [year, month, day] = local.toPlainDate().toString().split('-');
  const date = `${day}/${month}/${year}`;
  if (basis === 'date-only') return date;
  return `${date} ${local.toPlainTime().toString({ smallestUnit: local.second === 0 ? 'minute' : 'second' })}`;
}

/** Day 1 of Excel is 1 January 1900, and it counts a 29 February 1900 that never was. Five digits are 1927 to 2173. */
const dayNought = Temporal.PlainDate.from('1899-12-30');
const dayNumber = /^([1-9]\d{4})(?:(\.\d{1,15})| (\d{2}:\d{2}))?$/;

function spreadsheetTime(text: string): HappenedAt | undefined {
  const [, days, part, clock] = dayNumber.exec(text) ?? [];
  if (days === undefined) return undefined;
  const date = dayNought.add({ days: Number(days) });
  if (part === undefined) return londonTime(date.toString(), clock);
  const time = new Temporal.PlainTime().add({ seconds: Math.round(Number(part) * 86_400) });
  return londonTime(date.toString(), time.toString());
}

function offsetTime(text: string): HappenedAt | undefined {
  try {
    return { at: instantOf(Temporal.Instant.from(text).epochMilliseconds), basis: 'offset' };
  } catch {
    return undefined;
  }
}

/** An hour that the clocks skip is read as the hour after; one that comes twice as the first of the two. */
function londonTime(date: string, time: string | undefined): HappenedAt | undefined {
  try {
    const plain = Temporal.PlainDateTime.from(`${date}T${time ?? '00:00'}`, { overflow: 'reject' });
    const at = plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
    return { at: instantOf(at), basis: time === undefined ? 'date-only' : 'london-assumed' };
  } catch {
    return undefined;
  }
}
