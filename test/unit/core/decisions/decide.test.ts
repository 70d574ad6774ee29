import { describe, expect, it } from 'vitest';
import { approve, refuse } from '../../../../functions/core/decisions/approve.ts';
import { clear } from '../../../../functions/core/decisions/clear.ts';
import { isWorkOpen, whereWorkMayBe } from '../../../../functions/core/decisions/open-work.ts';
import { recordInformed } from '../../../../functions/core/decisions/record-informed.ts';
import type { DecisionResult } from '../../../../functions/core/decisions/result.ts';
import { review } from '../../../../functions/core/decisions/review.ts';
import type { Situation } from '../../../../functions/core/decisions/situation.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { FlagCode } from '../../../../schemas/flags.ts';
import type { Officer } from '../../../../schemas/officers.ts';
import {
  type CalendarDate,
  type LocalReference,
  personSubject,
  propertySubject,
} from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant, mrB } from '../../../support/events.ts';
import { hale, lindqvist, okafor, sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';
import { hazardOf } from '../../../support/records.ts';

const at = instant('2025-10-06T10:00:00Z');
const warning = sayingsOf('do-not-visit-alone');
const asbestos = sayingsOf('asbestos', 'home');
const reason = 'Because.';
const day = (text: string) => text as CalendarDate;

/** How a flag stands after some events, to an officer who decides. */
function situation(
  code: FlagCode,
  events: readonly SystemEvent[],
  officer: Officer,
  workIsOpen = false,
): Situation {
  const hub = memoryHub();
  hub.hear(events, at);
  const stored = hub.stored(code === 'do-not-visit-alone' ? personSubject(mrB) : propertySubject(flat4));
  const flag = stored?.flags[code];
  if (stored === undefined || flag === undefined) throw new Error(`${code} does not stand`);
  return { flag, record: stored.record, officer, at, workIsOpen };
}

const typeOf = (result: DecisionResult) =>
  result.ok ? result.event.type.split('.')[2] : result.refusal.kind;
const pending = [warning.raises(okafor, '2025-10-05T10:00:00Z')];
const proposed = [warning.raises(hale, '2025-10-05T10:00:00Z')];
const active = [warning.asserts('tenancy', '2025-10-05T10:00:00Z')];
const requested = [
  asbestos.asserts('repairs', '2025-10-01T10:00:00Z'),
  asbestos.requestsClearance(lindqvist, '2025-10-05T10:00:00Z'),
];
const other: Officer = { ...lindqvist, officer: 'another manager' };
const leaks: Officer = { officer: 'l.leak', role: 'leaks-officer', team: 'leaks' };

describe('a second person', () => {
  it.each([
    ['another team’s officer, of one raised', pending, lindqvist, 'approved'],
    ['another officer of the same team', pending, { ...okafor, officer: 'b' }, 'approved'],
    ['who raised it', pending, okafor, 'not-alone'],
    ['of one proposed, somebody who may raise it', proposed, okafor, 'approved'],
    ['who proposed it', proposed, hale, 'forbidden'],
    ['a team that may not raise it', pending, leaks, 'forbidden'],
    ['when nothing waits', active, lindqvist, 'conflict'],
  ])('%s', (_who, events, officer, outcome) => {
    const one = situation('do-not-visit-alone', events, officer);
    expect(typeOf(approve(one, { reason }))).toBe(outcome);
    expect(typeOf(refuse(one, { reason }))).toBe(outcome === 'approved' ? 'refused' : outcome);
  });

  it('agrees to a clearance as it was asked for, and is named beside who asked', () => {
    expect(approve(situation('asbestos', requested, other), { reason })).toMatchObject({
      event: {
        type: 'housing.flag.clearance-decided.v1',
        data: { decidedBy: lindqvist, approvedBy: other },
      },
    });
    expect(typeOf(approve(situation('asbestos', requested, lindqvist), { reason }))).toBe('not-alone');
    expect(refuse(situation('asbestos', requested, other), { reason })).toMatchObject({
      event: { data: { refuses: 'clearance' } },
    });
  });
});

describe('clearing', () => {
  it.each([
    ['by a team that clears it', active, lindqvist, false, 'clearance-decided'],
    ['by one that does not', active, leaks, false, 'forbidden'],
    ['while work is open', active, lindqvist, true, 'clearance-requested'],
    ['of what waits for approval', pending, lindqvist, false, 'conflict'],
  ])('%s', (_how, events, officer, work, outcome) => {
    expect(typeOf(clear(situation('do-not-visit-alone', events, officer, work), { reason }))).toBe(outcome);
  });

  it('is asked for once', () => {
    expect(typeOf(clear(situation('asbestos', requested, other, true), { reason }))).toBe('conflict');
  });

  it('of what does not protect anybody from harm needs nobody else', () => {
    const claim = sayingsOf('disrepair-claim', 'home').asserts('disrepair', '2025-10-01T10:00:00Z');
    const cleared = clear(situation('disrepair-claim', [claim], lindqvist, true), { reason });
    expect(typeOf(cleared)).toBe('clearance-decided');
  });

  it('says that it never held, at once or as a second person agrees', () => {
    const said = { reason, enteredInError: true as const };
    const one = situation('do-not-visit-alone', active, lindqvist);
    expect(clear(one, said)).toMatchObject({ event: { data: { enteredInError: true } } });
    const asked = asbestos.requestsClearance(lindqvist, '2025-10-05T10:00:00Z', true);
    const two = situation('asbestos', [asbestos.asserts('repairs', '2025-10-01T10:00:00Z'), asked], other);
    expect(approve(two, { reason })).toMatchObject({
      event: { type: 'housing.flag.clearance-decided.v1', data: { enteredInError: true } },
    });
    const plain = approve(situation('asbestos', requested, other), { reason });
    expect(plain.ok && plain.event.data).not.toHaveProperty('enteredInError');
  });

  it('of a rule’s flag is no error of anybody’s: what was heard is put right', () => {
    const leak = eventOf({
      ...{ type: 'housing.leak.reported.v1', at: '2025-10-05T10:00:00Z', home: flat4 },
      data: { leakReference: 'L-1' as LocalReference },
    });
    const one = situation('active-leak', [leak], leaks);
    const until = day('2025-10-08');
    expect(clear(one, { reason, until, enteredInError: true })).toMatchObject({
      refusal: { kind: 'invalid', errors: [{ path: 'enteredInError' }] },
    });
    expect(typeOf(clear(one, { reason, until }))).toBe('clearance-decided');
  });

  it('has no end, unless a rule raised the flag', () => {
    const until = day('2025-11-01');
    const one = situation('do-not-visit-alone', active, lindqvist);
    expect(clear(one, { reason, until })).toMatchObject({ refusal: { errors: [{ path: 'until' }] } });
  });
});

describe('a review', () => {
  it.each([
    ['2025-10-07', 'reviewed'],
    ['2026-10-06', 'reviewed'],
    ['2025-10-06', 'invalid'],
    ['2026-10-07', 'invalid'],
  ])('until %s, of a flag that may live a year: %s', (until, outcome) => {
    const one = situation('do-not-visit-alone', active, lindqvist);
    expect(typeOf(review(one, { reason, until: day(until) }))).toBe(outcome);
  });

  it('is for those who own or clear it, and for what stands', () => {
    const until = day('2026-01-01');
    const by = (officer: Officer, events = active) =>
      typeOf(review(situation('do-not-visit-alone', events, officer), { reason, until }));
    expect([by(okafor), by(leaks), by(lindqvist, proposed)]).toEqual(['reviewed', 'forbidden', 'conflict']);
  });
});

describe('informing the person', () => {
  it('is for those who know why, of what was, about a person', () => {
    const informed = (text: string) => ({ informedAt: instant(text) });
    const by = (officer: Officer, told: Parameters<typeof recordInformed>[1]) =>
      typeOf(recordInformed(situation('do-not-visit-alone', active, officer), told));
    expect(by(okafor, informed('2025-10-06T09:00:00Z'))).toBe('person-told');
    expect(by(okafor, { notInformedBecause: 'It would put somebody at risk.' })).toBe('person-told');
    expect(by(okafor, informed('2025-10-06T11:00:00Z'))).toBe('invalid');
    expect(by(leaks, informed('2025-10-06T09:00:00Z'))).toBe('forbidden');
    const building = situation('asbestos', [asbestos.asserts('repairs', at)], lindqvist);
    expect(typeOf(recordInformed(building, informed('2025-10-06T09:00:00Z')))).toBe('invalid');
  });
});

it('work is open where a flag shows, and on what it hangs on', () => {
  const { flag } = situation('asbestos', requested, lindqvist);
  expect(whereWorkMayBe({ ...flag, on: personSubject(mrB) })).toEqual([
    personSubject(mrB),
    propertySubject(flat4),
  ]);
  const open = (kind: string) => [{ openCases: { one: { kind } as never }, hazards: [] }];
  expect(['leak', 'work-order', 'complaint', 'tenancy'].map(kind => isWorkOpen(open(kind)))).toEqual([
    ...[true, true],
    ...[false, false],
  ]);
  const hazard = hazardOf('made-safe', '2026-01-01T09:00:00Z');
  const closed = { ...hazard, closedAt: instant('2026-02-01T09:00:00Z') };
  expect([hazard, closed].map(one => isWorkOpen([{ openCases: {}, hazards: [one] }]))).toEqual([true, false]);
});
