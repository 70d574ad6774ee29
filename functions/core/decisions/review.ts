import { eventContent } from '../../../schemas/event-content.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import type { CalendarDate } from '../../../schemas/reference.ts';
import { conflict, type DecisionResult, decided, forbidden, sealed } from './result.ts';
import { aboutFlag, refusedDay, type Situation } from './situation.ts';

/**
 * Somebody looked at a flag again: it holds, until it is to be looked at once more. That brings a suspended one back into
 * force, and resolves a conflict between systems.
 */
export function review(
  situation: Situation,
  { reason, until }: { reason: string; until: CalendarDate },
): DecisionResult {
  const { flag, officer, at } = situation;
  const { owner, mayClear } = flagDefinition(flag.code);
  const teams = [...new Set([owner, ...mayClear])];
  if (!teams.includes(officer.team)) {
    return forbidden(`This flag is reviewed by an officer of: ${teams.join(', ')}.`);
  }
  if (flag.state === 'proposed' || flag.state === 'pending-approval') {
    return conflict('This flag waits for a second person: approve or refuse it.');
  }
  const refused = refusedDay('until', until, flag.code, at);
  if (refused !== undefined) return refused;
  const data = { ...aboutFlag(situation), until, reason: sealed(reason) };
  return decided(eventContent('housing.flag.reviewed.v1', data));
}
