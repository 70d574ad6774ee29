import { describe, expect, it } from 'vitest';
import { approve, refuse } from '../../../../functions/core/decisions/approve.ts';
import { clear } from '../../../../functions/core/decisions/clear.ts';
import { isWorkOpen } from '../../../../functions/core/decisions/open-work.ts';
import { recordInformed } from '../../../../functions/core/decisions/record-informed.ts';
import type { DecisionResult } from '../../../../functions/core/decisions/result.ts';
import { review } from '../../../../functions/core/decisions/review.ts';
import type { Situation } from '../../../../functions/core/decisions/situation.ts';
import type { HeldFlag, SubjectRecord } from '../../../../functions/core/record/subject-record.ts';
import type { FlagCode } from '../../../../schemas/flags.ts';
import type { Officer } from '../../../../schemas/officers.ts';
import type { CalendarDate, LocalReference, SystemName } from '../../../../schemas/reference.ts';
import { instant } from '../../../support/events.ts';
import { hale, lindqvist, okafor } from '../../../support/flag-sayings.ts';
import { flagOf } from '../../../support/flags.ts';
import { openCases, recordWith } from '../../../support/records.ts';

const at = instant('2025-10-06T10:00:00Z');
const earlier = instant('2025-10-05T10:00:00Z');
const reason = 'Because.';
const sealed = { text: reason, classification: 'special-category' };
const day = (text: string) => text as CalendarDate;
const leaks: Officer = { officer: 'l.leak', role: 'leaks-officer', team: 'leaks' };
const complaints: Officer = { officer: 'c.plaint', role: 'complaints-officer', team: 'complaints' };

/** How a flag stands, to an officer who decides about it. */
function situation(
  code: FlagCode,
  officer: Officer,
  flag: Parameters<typeof flagOf>[1] = {},
  record: Partial<SubjectRecord> = {},
  workIsOpen = false,
): Situation {
  return { flag: flagOf(code, flag), record: recordWith(record), officer, at, workIsOpen };
}
const raisedBy = (officer: Officer, code: FlagCode = 'do-not-visit-alone'): HeldFlag => ({
  ...{ code, system: 'officers' as SystemName, raisedBy: officer },
  ...{
    since: { at: earlier, rank: 0, id: officer.officer },
    last: { at: earlier, rank: 0, id: officer.officer },
  },
});
const requestOf = (code: FlagCode, by: Officer, until?: CalendarDate) => ({
  decisions: {
    [code]: {
      denied: {},
      decided: { 'clearance-requested': { at: earlier, rank: 2, id: 'request', value: { by, until } } },
    },
  },
});
const refusalOf = (result: DecisionResult) => (result.ok ? undefined : result.refusal);
const dataOf = (result: DecisionResult) => (result.ok ? result.event.data : undefined);

describe('a second person', () => {
  const pending = { state: 'pending-approval' } as const;

  it('is named with the reason, which is sealed', () => {
    const one = situation('do-not-visit-alone', lindqvist, pending);
    const said = { code: 'do-not-visit-alone', decidedBy: lindqvist, reason: sealed };
    expect(dataOf(approve(one, { reason }))).toEqual(said);
    expect(dataOf(refuse(one, { reason }))).toEqual({ ...said, refuses: 'raising' });
  });

  it('agrees to a clearance in the name of who asked, up to the day that they asked for', () => {
    const record = requestOf('active-leak', leaks, day('2025-11-01'));
    const one = situation('active-leak', lindqvist, { clearanceRequested: earlier }, record);
    expect(dataOf(approve(one, { reason }))).toEqual({
      code: 'active-leak',
      decidedBy: leaks,
      approvedBy: lindqvist,
      reason: sealed,
      until: '2025-11-01',
    });
  });

  it('is of a team that may raise what was raised, and clear what is to be cleared', () => {
    const raising = situation('asbestos', complaints, { state: 'proposed' });
    expect(approve(raising, { reason })).toHaveProperty('event');
    const clearing = situation(
      'asbestos',
      complaints,
      { clearanceRequested: earlier },
      requestOf('asbestos', lindqvist),
    );
    expect(refusalOf(approve(clearing, { reason }))).toEqual({
      kind: 'forbidden',
      detail: 'This is for an officer of: surveying, repairs, leaks, management.',
    });
  });

  it('is none of those who raised it, however many they are', () => {
    const heldFlags = { one: raisedBy(hale), two: raisedBy(okafor) };
    const one = situation('do-not-visit-alone', okafor, pending, { heldFlags });
    expect(refusalOf(approve(one, { reason }))).toEqual({
      kind: 'not-alone',
      detail: 'A second person decides this, never the one who asked for it.',
    });
  });

  it('may have raised another flag, and a system’s word is nobody’s', () => {
    const { raisedBy: _nobody, ...bySystem } = raisedBy(okafor);
    const heldFlags = { one: bySystem, two: raisedBy(okafor, 'no-female-staff-alone') };
    const one = situation('do-not-visit-alone', okafor, pending, { heldFlags });
    expect(approve(one, { reason })).toHaveProperty('event');
  });

  it('has nothing to answer where nothing waits, whoever they are, or where nobody is known to have asked', () => {
    const nothing = { kind: 'conflict', detail: 'Nothing about this flag waits for a second person.' };
    const standing = situation('do-not-visit-alone', leaks);
    expect(refusalOf(approve(standing, { reason }))).toEqual(nothing);
    expect(refusalOf(refuse(standing, { reason }))).toEqual(nothing);
    const unasked = situation('do-not-visit-alone', lindqvist, { clearanceRequested: earlier });
    expect(refusalOf(approve(unasked, { reason }))).toEqual(nothing);
  });
});

describe('clearing', () => {
  const waits = { kind: 'conflict', detail: 'This flag waits for a second person: approve or refuse it.' };

  it('says who cleared which flag and why', () => {
    const tenancyReference = 'T-7' as LocalReference;
    expect(
      dataOf(clear(situation('termination-requested', lindqvist, { tenancyReference }), { reason })),
    ).toEqual({
      code: 'termination-requested',
      tenancyReference,
      decidedBy: lindqvist,
      reason: sealed,
    });
    const data = dataOf(clear(situation('do-not-visit-alone', lindqvist), { reason }));
    expect(data).not.toHaveProperty('tenancyReference');
  });

  it('says who may do it to who may not', () => {
    expect(refusalOf(clear(situation('asbestos', complaints), { reason }))).toEqual({
      kind: 'forbidden',
      detail: 'This flag is cleared by an officer of: surveying, repairs, leaks, management.',
    });
  });

  it.each(['proposed', 'pending-approval'] as const)('and a review are not for what is %s', state => {
    const one = situation('do-not-visit-alone', lindqvist, { state });
    expect(refusalOf(clear(one, { reason }))).toEqual(waits);
    expect(refusalOf(review(one, { reason, until: day('2025-11-01') }))).toEqual(waits);
  });

  it('overrides a rule up to a day, which has to be given and be ahead', () => {
    const because = { rule: 'active-leak', ruleVersion: 1, events: [] };
    const one = situation('active-leak', leaks, { because });
    const until = day('2025-11-01');
    expect(dataOf(clear(one, { reason, until }))).toMatchObject({ code: 'active-leak', until });
    expect(refusalOf(clear(one, { reason }))).toMatchObject({
      kind: 'invalid',
      errors: [
        { path: 'until', message: 'A rule raised this flag: say up to which day it is not to be believed' },
      ],
    });
    expect(refusalOf(clear(one, { reason, until: day('2025-10-06') }))).toMatchObject({
      errors: [{ path: 'until', message: expect.stringContaining('after 2025-10-06') }],
    });
  });

  it('takes no day for what no rule raised', () => {
    const refusal = refusalOf(clear(situation('asbestos', leaks), { reason, until: day('2025-11-01') }));
    expect(refusal?.detail).toBe('Only a flag that a rule raises is cleared up to a day: leave this out');
    expect(refusal).not.toHaveProperty('raiseOn');
  });

  it('is asked for once while work is open', () => {
    const one = situation('asbestos', leaks, { clearanceRequested: earlier }, {}, true);
    expect(refusalOf(clear(one, { reason }))).toEqual({
      kind: 'conflict',
      detail: 'Somebody has asked for this already: a second person approves or refuses it.',
    });
  });

  it('sees work wherever it is open, whatever else is', () => {
    const none = { openCases: {}, hazards: [] };
    const one = {
      ...none,
      openCases: openCases(['complaint', 'C-1', earlier], ['leak', 'L-1', earlier]),
    };
    expect([isWorkOpen([none, one]), isWorkOpen([none])]).toEqual([true, false]);
  });
});

describe('a review', () => {
  it('says who looked at it, why it holds, and until when', () => {
    const until = day('2025-11-01');
    expect(dataOf(review(situation('do-not-visit-alone', okafor), { reason, until }))).toEqual({
      code: 'do-not-visit-alone',
      decidedBy: okafor,
      until,
      reason: sealed,
    });
  });

  it('says who may do it, and what is wrong with the day', () => {
    const by = (officer: Officer) =>
      review(situation('asbestos', officer), { reason, until: day('2025-10-01') });
    expect(refusalOf(by(complaints))?.detail).toBe(
      'This flag is reviewed by an officer of: surveying, repairs, leaks, management.',
    );
    expect(refusalOf(by(leaks))?.errors).toMatchObject([{ path: 'until' }]);
  });
});

describe('informing the person', () => {
  const informedAt = (text: string) => ({ informedAt: instant(text) });

  it('says when, up to this very moment, or why not, which is sealed', () => {
    const by = (told: Parameters<typeof recordInformed>[1]) =>
      dataOf(recordInformed(situation('do-not-visit-alone', okafor), told));
    const said = { code: 'do-not-visit-alone', decidedBy: okafor };
    expect(by({ informedAt: at })).toEqual({ ...said, told: { informedAt: at } });
    expect(by({ notInformedBecause: reason })).toEqual({ ...said, told: { notInformedBecause: sealed } });
  });

  it('is refused with what is wrong', () => {
    const by = (code: FlagCode, officer: Officer, told = informedAt('2025-10-06T10:00:01Z')) =>
      refusalOf(recordInformed(situation(code, officer), told));
    expect(by('do-not-visit-alone', leaks)?.detail).toBe(
      'This is for an officer of: tenancy-enforcement, resident-services, management.',
    );
    expect(by('do-not-visit-alone', okafor)?.errors).toEqual([
      { path: 'informedAt', message: 'That is still to come' },
    ]);
    for (const code of ['asbestos', 'scaffold-up'] as const)
      expect(by(code, lindqvist)?.errors).toEqual([
        { path: 'id', message: 'This flag is about a building: there is nobody to inform' },
      ]);
  });
});
