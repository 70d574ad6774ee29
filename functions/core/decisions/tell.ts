import { flagDefinition } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { aboutFlag, type Situation } from './situation.ts';
import { forbidden, sealed, type Verdict, wrong } from './verdict.ts';

/** When the person was told of the flag, or why they are not (ICO: people are told that they are marked). */
export type Told = { informedAt: Instant } | { notInformedBecause: string };

/** Somebody who knows why the flag stands says whether the person knows of it. */
export function tell(situation: Situation, told: Told): Verdict {
  const { flag, officer, at } = situation;
  const { owner, mayRaise, mayClear, hangsOn } = flagDefinition(flag.code);
  const teams = [...new Set([owner, ...mayRaise, ...mayClear])];
  if (!teams.includes(officer.team)) return forbidden(`This is for an officer of: ${teams.join(', ')}.`);
  if (hangsOn === 'property' || hangsOn === 'block') {
    return wrong('id', 'This flag is about a building: there is nobody to tell');
  }
  if ('informedAt' in told && told.informedAt > at) return wrong('informedAt', 'That is still to come');
  const said = 'informedAt' in told ? told : { notInformedBecause: sealed(told.notInformedBecause) };
  return { said: { type: 'housing.flag.person-told.v1', data: { ...aboutFlag(situation), told: said } } };
}
