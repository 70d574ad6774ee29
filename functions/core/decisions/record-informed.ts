import { eventContent } from '../../../schemas/event-content.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { type DecisionResult, decided, forbidden, invalid, sealed } from './result.ts';
import { aboutFlag, type Situation } from './situation.ts';

/** When the person was informed of the flag, or why they are not (ICO: people are informed that they are marked). */
export type Informed = { informedAt: Instant } | { notInformedBecause: string };

/** Somebody who knows why the flag stands records whether the person was informed of it. */
export function recordInformed(situation: Situation, informed: Informed): DecisionResult {
  const { flag, officer, at } = situation;
  const { owner, mayRaise, mayClear, hangsOn } = flagDefinition(flag.code);
  const teams = [...new Set([owner, ...mayRaise, ...mayClear])];
  if (!teams.includes(officer.team)) return forbidden(`This is for an officer of: ${teams.join(', ')}.`);
  if (hangsOn === 'property' || hangsOn === 'block') {
    return invalid('id', 'This flag is about a building: there is nobody to inform');
  }
  if ('informedAt' in informed && informed.informedAt > at)
    return invalid('informedAt', 'That is still to come');
  const told =
    'informedAt' in informed ? informed : { notInformedBecause: sealed(informed.notInformedBecause) };
  return decided(eventContent('housing.flag.person-told.v1', { ...aboutFlag(situation), told }));
}
