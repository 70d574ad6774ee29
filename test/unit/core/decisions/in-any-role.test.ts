import { expect, it } from 'vitest';
import { approve } from '../../../../functions/core/decisions/approve.ts';
import { inAnyRole } from '../../../../functions/core/decisions/in-any-role.ts';
import { raisersOf } from '../../../../functions/core/decisions/raise.ts';
import {
  conflict,
  type DecisionResult,
  forbidden,
  notAlone,
} from '../../../../functions/core/decisions/result.ts';
import type { Situation } from '../../../../functions/core/decisions/situation.ts';
import type { Officer } from '../../../../schemas/officers.ts';
import { personSubject } from '../../../../schemas/reference.ts';
import { instant, mrB } from '../../../support/events.ts';
import { sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const officer = 'o.both';
const as: readonly Officer[] = [
  { officer, role: 'repairs-officer', team: 'repairs' },
  { officer, role: 'housing-officer', team: 'resident-services' },
  { officer, role: 'manager', team: 'management' },
];
const [repairs, housing, manager] = as;
const warning = sayingsOf('do-not-visit-alone');
const at = instant('2025-10-06T10:00:00Z');

/** A warning that this officer raised in one of their roles, and that waits for a second person. */
function waiting(raisedBy: Officer): Omit<Situation, 'officer'> {
  const hub = memoryHub();
  hub.hear([warning.raises(raisedBy, '2025-10-05T10:00:00Z')], at);
  const stored = hub.stored(personSubject(mrB));
  const flag = stored?.flags['do-not-visit-alone'];
  if (stored === undefined || flag === undefined) throw new Error('It does not stand');
  return { flag, record: stored.record, at, workIsOpen: false };
}
const approveIn = (roles: readonly Officer[], raisedBy: Officer): DecisionResult =>
  inAnyRole(roles, one => approve({ ...waiting(raisedBy), officer: one }, { reason: 'Because.' }));

it('decides in the first role that may, and keeps that role', () => {
  const result = approveIn(as, { ...as[1], officer: 'somebody else' } as Officer);
  expect(result).toMatchObject({ ok: true, event: { data: { decidedBy: housing } } });
});

it('is the same person in all of their roles: nobody is their own second person', () => {
  for (const raisedBy of as)
    expect(approveIn(as, raisedBy)).toMatchObject({ ok: false, refusal: { kind: 'not-alone' } });
});

it('says what is wrong with the decision before it says whose it is not', () => {
  const refusals: DecisionResult[] = [forbidden('not yours'), conflict('not now'), notAlone('not you')];
  const all = as.map((one, index) => [one, refusals[index]] as const);
  const judge = (one: Officer) => new Map(all).get(one) as DecisionResult;
  expect(inAnyRole(as, judge)).toBe(refusals[1]);
  expect(inAnyRole(as.slice(0, 1), judge)).toBe(refusals[0]);
  expect(inAnyRole([], judge)).toMatchObject({ ok: false });
});

it('raises in a role that may raise, and proposes only where none may', () => {
  expect(raisersOf(as, 'do-not-visit-alone')).not.toContain(repairs);
  expect(raisersOf(as, 'do-not-visit-alone')).toContain(housing);
  expect(raisersOf([repairs, manager].slice(0, 1) as Officer[], 'do-not-visit-alone')).toEqual([repairs]);
});
