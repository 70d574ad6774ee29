import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, dateSchema, type Instant, instantOf } from '../../../schemas/reference.ts';

const zone = 'Europe/London';

/** The day in London that lies so many days after the one of an instant. */
export function daysAfter(instant: Instant, days: number): CalendarDate {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  return dateSchema.parse(day.add({ days }).toString());
}

/** When a day begins in London. */
export function startOf(day: CalendarDate): Instant {
  return instantOf(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}
