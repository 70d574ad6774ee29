import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { isBefore, type Stamp } from './registers.ts';

/**
 * When an event counts as said. Of what a source says again and again, the latest observation holds, whatever date the row
 * bears: a row that was missing for a night comes back with the date that it always had.
 */
export function observedAt({ observedtime, time }: Pick<SystemEvent, 'observedtime' | 'time'>): Instant {
  return observedtime ?? time;
}

/** Of what a stamp is made where its source gave a day and no time. */
export function basisOf({ timebasis }: Pick<SystemEvent, 'timebasis'>): Pick<Stamp, 'dateOnly'> {
  return timebasis === 'date-only' ? { dateOnly: true } : {};
}

/** Whether no source said it anew: a full extract no longer has what an earlier one had, or has it still. */
export function isInferred({ inferredfrom }: Pick<SystemEvent, 'inferredfrom'>): boolean {
  return inferredfrom !== undefined;
}

/** Whether something was missing from its source's extract after it was last seen to be there. */
export function isMissing(missing: Stamp | undefined, seen: Stamp | undefined): boolean {
  return missing !== undefined && (seen === undefined || isBefore(seen, missing));
}
