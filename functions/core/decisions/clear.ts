import type * as z from 'zod';
import { eventContent } from '../../../schemas/event-content.ts';
import type { familySchema } from '../../../schemas/flags/definition.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import type { CalendarDate } from '../../../schemas/reference.ts';
import {
  conflict,
  type DecisionResult,
  decided,
  forbidden,
  invalid,
  type RefusedDecision,
  sealed,
} from './result.ts';
import { aboutFlag, refusedDay, type Situation } from './situation.ts';

/** What keeps somebody from harm who works at a home: while work is open there, two people decide that it goes. */
const protecting: ReadonlySet<z.infer<typeof familySchema>> = new Set([
  'staff-safety',
  'access',
  'property-hazard',
  'leak',
]);

/** Why a flag is cleared, up to when where a rule raised it, and whether it never held. */
export interface Clearance {
  reason: string;
  until?: CalendarDate | undefined;
  enteredInError?: true | undefined;
}

/**
 * A flag is cleared, with the reason: what anybody said of it up to now counts no more. A rule's flag cannot be; its rule
 * is overridden up to a day. Where work is open, it is asked for, and a second person clears it (`approve`).
 */
export function clear(situation: Situation, { reason, until, enteredInError }: Clearance): DecisionResult {
  const { flag, officer, at, workIsOpen } = situation;
  const { mayClear, family } = flagDefinition(flag.code);
  if (!mayClear.includes(officer.team)) {
    return forbidden(`This flag is cleared by an officer of: ${mayClear.join(', ')}.`);
  }
  if (flag.state === 'proposed' || flag.state === 'pending-approval') {
    return conflict('This flag waits for a second person: approve or refuse it.');
  }
  const refused = refusedUntil(flag, until, at) ?? refusedError(flag, enteredInError);
  if (refused !== undefined) return refused;
  const data = { ...aboutFlag(situation), reason: sealed(reason), until, enteredInError };
  if (!workIsOpen || !protecting.has(family)) {
    return decided(eventContent('housing.flag.clearance-decided.v1', data));
  }
  if (flag.clearanceRequested === undefined) {
    return decided(eventContent('housing.flag.clearance-requested.v1', data));
  }
  return conflict('Somebody has asked for this already: a second person approves or refuses it.');
}

function refusedError(
  { because }: Situation['flag'],
  enteredInError: true | undefined,
): RefusedDecision | undefined {
  if (because === undefined || enteredInError === undefined) return undefined;
  return invalid(
    'enteredInError',
    'A rule raised this flag from what was heard: have what was heard put right, or clear it up to a day',
  );
}

function refusedUntil(
  { code, because }: Situation['flag'],
  until: CalendarDate | undefined,
  at: Situation['at'],
): RefusedDecision | undefined {
  if (because === undefined) {
    return until === undefined
      ? undefined
      : invalid('until', 'Only a flag that a rule raises is cleared up to a day: leave this out');
  }
  if (until === undefined) {
    return invalid('until', 'A rule raised this flag: say up to which day it is not to be believed');
  }
  return refusedDay('until', until, code, at);
}
