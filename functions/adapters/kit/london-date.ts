import { inLondon } from '../../../schemas/london.ts';
import { type CalendarDate, dateSchema, type Instant } from '../../../schemas/reference.ts';

/**
 * The day that an instant falls on in London. An adapter may not import the core (`adapters-know-no-room`), so that this is
 * not in `core/time/instants.ts`; and vendors send years that the core never has.
 * @returns undefined outside the years 0000 to 9999.
 */
export function londonDate(instant: Instant): CalendarDate | undefined {
  return dateSchema.safeParse(inLondon(Date.parse(instant)).date).data;
}
