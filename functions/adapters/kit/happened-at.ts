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
 * Reads a British date, day first, with or without a time: `2/6/2025`, `02/06/2025 08:40`.
 * Day and month cannot be told apart from the value: only a system that is known to write them so may use this.
 * @returns undefined when the text is not such a time, names no real date, or is what stands for none.
 */
export function happenedAtBritish(text: string): HappenedAt | undefined {
  if (isNoDate(text)) return undefined;
  const match = britishPattern.exec(text.trim());
  if (match === null) return undefined;
  const [, day = '', month = '', year = '', hour, minute, second = '00'] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return londonTime(date, hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}:${second}`);
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
