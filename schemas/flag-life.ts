import * as z from 'zod';
import { instantSchema } from './reference.ts';

/**
 * What stays the same through every announcement of one flag, and stands in a path as it is: the code, the kind of
 * subject, its key and, where the flag hangs on a tenancy, the tenancy. Whatever is no letter, digit, `_` or `-` in a key
 * is a full stop and two hexadecimal digits for each byte.
 */
export const flagIdSchema = z
  .string()
  .max(1500)
  .regex(
    /^[a-z0-9-]+~(property|person)~([A-Za-z0-9_-]|\.[0-9a-f]{2})+(~([A-Za-z0-9_-]|\.[0-9a-f]{2})+)?$/,
    'a flag id is <code>~<property or person>~<key>, or that and ~<tenancy>',
  )
  .meta({
    title: 'The flag: the same in every announcement',
    examples: ['asbestos~property~200000471104', 'do-not-visit-alone~person~tenancy.3a7d1f3c1e'],
  });

/** How far a flag has come, at an instant. One that was cleared has no state: it no longer is. */
export const flagStateSchema = z
  .enum(['proposed', 'pending-approval', 'active', 'review-due', 'review-overdue', 'suspended'])
  .meta({
    title:
      'In force: pending approval (its instruction holds at once), active, review due, review overdue (of a state or fact that nobody confirmed within its longest time). Not in force: proposed, suspended',
  });
export type FlagState = z.infer<typeof flagStateSchema>;

const notInForce: ReadonlySet<FlagState> = new Set(['proposed', 'suspended']);

/** Whether a flag of this state is to be acted on: only such flags are announced. */
export function isInForce({ state }: { state: FlagState }): boolean {
  return !notInForce.has(state);
}

/** Why a flag is no longer in force. */
export const clearingReasonSchema = z
  .enum([
    'withdrawn',
    'decided',
    'expired',
    'tenancy-ended',
    'rule-no-longer-holds',
    'no-longer-listed',
    'other-person',
    'entered-in-error',
  ])
  .meta({
    title:
      'Why: nobody says so any more, an officer decided, it passed its maximum life, its tenancy ended, its rule finds nothing now, or what it stood for is missing from its source’s full extract: that was inferred, nobody said so; or it is of another person, where it shows: two were found to be one, or one to be two; or it ought never to have been said of this home or person',
  });
export type ClearingReason = z.infer<typeof clearingReasonSchema>;

/** Systems that contradict a flag: each took back what it never said itself, while others stand by it. */
export const conflictSchema = z
  .object({ deniedBy: z.array(z.string()).min(1), since: instantSchema })
  .meta({ title: 'Which systems say that it does not hold, and since when: its owner settles it' });
