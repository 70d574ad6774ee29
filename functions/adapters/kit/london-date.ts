import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, dateSchema, type Instant } from '../../../schemas/reference.ts';

/**
 * The day that an instant falls on in London. An adapter may not import the core (`adapters-know-no-room`), so that this is
 * not in `core/time/instants.ts`; and vendors send years that the core never has.
 * @returns undefined outside the years 0000 to 9999.
 */
export function londonDate(instant: Instant): CalendarDate | undefined {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate();
  return dateSchema.safeParse(day.toString()).data;
}
