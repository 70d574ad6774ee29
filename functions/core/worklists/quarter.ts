import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, dateSchema, type Instant } from '../../../schemas/reference.ts';

/** The first and the last day, in London, of the calendar quarter in which an instant lies. */
export function quarterOf(instant: Instant): { from: CalendarDate; to: CalendarDate } {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate();
  const from = day.with({ month: day.month - ((day.month - 1) % 3), day: 1 });
  const to = from.add({ months: 3 }).subtract({ days: 1 });
  return { from: dateSchema.parse(from.toString()), to: dateSchema.parse(to.toString()) };
}
