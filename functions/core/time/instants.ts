import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, dateSchema, type Instant, instantOf } from '../../../schemas/reference.ts';

/** The one place of the core that does arithmetic with instants, and the only one that imports Temporal. */
const zone = 'Europe/London';

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
  return dateSchema.parse(londonDay(instant).add({ days }).toString());
}

/** How many calendar days in London lie between two instants; negative when `to` is on an earlier day. */
export function daysBetween(from: Instant, to: Instant): number {
  return londonDay(from).until(londonDay(to)).days;
}

/** When a day begins in London. */
export function startOf(day: CalendarDate): Instant {
  return instantOf(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** The first and the last day, in London, of the calendar quarter in which an instant lies. */
export function quarterOf(instant: Instant): { from: CalendarDate; to: CalendarDate } {
  const day = londonDay(instant);
  const from = day.with({ month: day.month - ((day.month - 1) % 3), day: 1 });
  const to = from.add({ months: 3 }).subtract({ days: 1 });
  return { from: dateSchema.parse(from.toString()), to: dateSchema.parse(to.toString()) };
}

function londonDay(instant: Instant): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
}
