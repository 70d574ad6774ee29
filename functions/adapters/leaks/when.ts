import type { HappenedAt } from '../contract.ts';
import { happenedAtBritish } from '../kit/happened-at.ts';
import { optionalCell, requiredCell } from '../kit/headers.ts';
import { type Reading, read, together, unread } from '../kit/reading.ts';
import { columns, type LeakCells } from './vendor.ts';

const timePattern = /^(\d{1,2})[:.](\d{2})(?::\d{2})?(?: ?(am|pm))?$/i;

/** A time of day as people type it, `8.40`, `08:40` or `7:10pm`, as `08:40`. */
function timeOf(text: string): string | undefined {
  const match = timePattern.exec(text);
  if (match === null) return undefined;
  const [, hourText = '', minute = '', half] = match;
  const hour = Number(hourText);
  if (half === undefined)
    return hour < 24 && Number(minute) < 60 ? `${hourText.padStart(2, '0')}:${minute}` : undefined;
  if (hour < 1 || hour > 12 || Number(minute) > 59) return undefined;
  const onTheClock = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${String(onTheClock).padStart(2, '0')}:${minute}`;
}

/** When it happened: the sheet writes the day first, and the time beside it in the same cell or in a column of its own. */
export function happenedOf(cells: LeakCells): Reading<HappenedAt> {
  const parts = together({
    date: requiredCell(columns, cells, 'date', {
      read: text => (happenedAtBritish(text) === undefined ? undefined : text),
      expected: 'a real date, day first, such as “2/6/2025” or “02/06/2025 08:40”',
    }),
    time: optionalCell(cells, 'time', { read: timeOf, expected: 'a time such as “08:40” or “7.10pm”' }),
  });
  if (!parts.ok) return parts;
  const { date, time } = parts.value;
  const happened = happenedAtBritish(time === undefined ? date : `${date} ${time}`);
  if (happened !== undefined) return read(happened);
  return unread({
    path: cells.get('time')?.heading ?? columns.spellings.time[0],
    message: 'The date already has a time in it',
    expected: 'the time in one of the two columns',
  });
}
