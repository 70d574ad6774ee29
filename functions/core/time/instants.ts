import { aheadInLondon, dayAfter, daysFrom, inLondon, momentInLondon } from '../../../schemas/london.ts';
import { type CalendarDate, dateSchema, type Instant, instantOf } from '../../../schemas/reference.ts';

// The one place of the core that does arithmetic with instants.

/** From one instant to another, in milliseconds; negative when `to` is before `from`. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** From one instant to another, in seconds and fractions of them; negative when `to` is before `from`. */
export function secondsBetween(from: Instant, to: Instant): number {
  return millisecondsBetween(from, to) / 1000;
}

/** The instant so many milliseconds after another; before it when they are negative. */
export function millisecondsAfter(instant: Instant, milliseconds: number): Instant {
  return instantOf(Date.parse(instant) + milliseconds);
}

/** The instant so many seconds after another; before it when they are negative. */
export function secondsAfter(instant: Instant, seconds: number): Instant {
  return millisecondsAfter(instant, seconds * 1000);
}

/** The earlier of two instants. They have one spelling, so they sort as text. */
export function earlierOf(one: Instant, other: Instant): Instant {
  // Stryker disable next-line EqualityOperator: of two equal instants either is the earlier
  return one < other ? one : other;
}

/** The later of two instants. */
export function laterOf(one: Instant, other: Instant): Instant {
  // Stryker disable next-line EqualityOperator: of two equal instants either is the later
  return one > other ? one : other;
}

/** An instant in whole seconds since 1970, as DynamoDB's time to live has it. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** The day in London that lies so many days after the one of an instant; with 0, the day of the instant itself. */
export function daysAfter(instant: Instant, days: number): CalendarDate {
  return dateSchema.parse(dayAfter(dayOf(instant), days));
}

/** How many calendar days in London lie between two instants; negative when `to` is on an earlier day. */
export function daysBetween(from: Instant, to: Instant): number {
  return daysFrom(dayOf(from), dayOf(to));
}

/** When a day begins in London. */
export function startOf(day: CalendarDate): Instant {
  return instantOf(momentInLondon(day) ?? Number.NaN);
}

const quarters = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;

/** The first and the last day, in London, of the calendar quarter in which an instant lies. */
export function quarterOf(instant: Instant): { from: CalendarDate; to: CalendarDate } {
  const day = dayOf(instant);
  const [year, ofYear] = [day.slice(0, 5), day.slice(5)];
  const [first, last] = quarters.find(([, last]) => ofYear <= last) ?? quarters[3];
  return { from: dateSchema.parse(year + first), to: dateSchema.parse(year + last) };
}

/** The day in London on which an instant lies. */
export function dayOf(instant: Instant): CalendarDate {
  return dateSchema.parse(inLondon(Date.parse(instant)).date);
}

/** The second of an instant as a clock in London shows it, with how far that is ahead of UTC: `2025-07-21T00:00:00+01:00`. */
export function londonTime(instant: Instant): string {
  const moment = Date.parse(instant);
  const { date, time } = inLondon(moment);
  const ahead = aheadInLondon(moment);
  const offset = new Date(Math.abs(ahead)).toISOString().slice(11, 16);
  return `${date}T${time.slice(0, 8)}${ahead < 0 ? '-' : '+'}${offset}`;
}
