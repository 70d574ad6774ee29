import { describe, expect, it } from 'vitest';
import { clearingReason } from '../../../../functions/core/flags/clearing.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { LocalReference } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant } from '../../../support/events.ts';
import { hale, lindqvist, okafor, sayingsOf } from '../../../support/flag-sayings.ts';
import { flagOf } from '../../../support/flags.ts';
import { memoryHub } from '../../../support/memory-hub.ts';
import { recordWith } from '../../../support/records.ts';

const flag = sayingsOf('do-not-visit-alone');
const asserted = flag.asserts('tenancy', '2025-10-06T10:00:00Z');
const tenancyReference = 'T-7' as LocalReference;
const tenancy = { at: '2025-10-01T00:00:00Z', system: 'tenancy', home: flat4 };
const movesIn = eventOf({
  ...tenancy,
  type: 'housing.tenancy.started.v1',
  data: { tenancyReference, tenure: 'Secure', household: [] },
});
const movesOut = eventOf({
  ...tenancy,
  at: '2025-10-08T00:00:00Z',
  type: 'housing.tenancy.ended.v1',
  data: { tenancyReference },
});
const leaving = eventOf({
  ...tenancy,
  type: 'housing.flag.asserted.v1',
  data: { code: 'termination-requested', localCode: 'TERM', tenancyReference },
});
/** The same tenancy, as somebody else types it. */
const staying = eventOf({
  ...{ ...tenancy, at: '2025-10-08T00:00:00Z' },
  type: 'housing.flag.withdrawn.v1',
  data: { code: 'termination-requested', localCode: 'TERM', tenancyReference: 't-7' as LocalReference },
});
const leak = (type: 'housing.leak.reported.v1' | 'housing.leak.resolved.v1') =>
  eventOf({
    type,
    at: type === 'housing.leak.reported.v1' ? '2025-10-06T10:00:00Z' : '2025-10-07T10:00:00Z',
    home: flat4,
    source: flat7,
    data: { leakReference: 'L-1' as LocalReference },
  });

/** What is announced when the second events are heard, long after the first if it is said when. */
function announcedAfter(first: SystemEvent[], second: SystemEvent[], later = '2025-10-09T10:00:00Z') {
  const hub = memoryHub();
  hub.hear(first, instant('2025-10-07T12:00:00Z'));
  const before = hub.announcements.length;
  hub.hear(second, instant(later));
  return hub.announcements.slice(before).map(({ type, data }) => [type, 'reason' in data && data.reason]);
}

describe('a flag that is no longer in force', () => {
  it.each([
    ['withdrawn', [asserted], [flag.withdraws('tenancy', '2025-10-08T10:00:00Z')]],
    ['decided', [asserted], [flag.clears(okafor, '2025-10-08T10:00:00Z')]],
    [
      'decided',
      [flag.raises(okafor, '2025-10-07T10:00:00Z')],
      [flag.refuses(lindqvist, '2025-10-08T10:00:00Z')],
    ],
    ['entered-in-error', [asserted], [flag.neverHeld('tenancy', '2025-10-08T10:00:00Z')]],
    ['entered-in-error', [asserted], [flag.clears(okafor, '2025-10-08T10:00:00Z', undefined, true)]],
    ['withdrawn', [movesIn, leaving], [staying]],
    ['tenancy-ended', [movesIn, leaving], [movesOut]],
    ['rule-no-longer-holds', [leak('housing.leak.reported.v1')], [leak('housing.leak.resolved.v1')]],
  ] as const)('says why: %s', (reason, first, second) => {
    const announced = announcedAfter([...first], [...second]);
    expect(new Set(announced.map(String))).toEqual(new Set([`housing.flag.cleared.v1,${reason}`]));
  });

  it('was cleared by what happened last, not by a decision about an earlier one', () => {
    const earlier = [asserted, flag.clears(okafor, '2025-10-06T12:00:00Z')];
    const again = flag.asserts('tenancy', '2025-10-07T10:00:00Z');
    const announced = announcedAfter(
      [...earlier, again],
      [flag.withdraws('tenancy', '2025-10-08T10:00:00Z')],
    );
    expect(announced).toEqual([['housing.flag.cleared.v1', 'withdrawn']]);
  });

  it('was never so, or is over, by the last word of those who said it', () => {
    const both = [asserted, flag.asserts('repairs', '2025-10-06T11:00:00Z')];
    const never = (at: string) => flag.neverHeld('tenancy', at);
    const over = flag.withdraws('repairs', '2025-10-08T10:00:00Z');
    for (const [at, reason] of [
      ['2025-10-08T09:00:00Z', 'withdrawn'],
      ['2025-10-08T11:00:00Z', 'entered-in-error'],
    ] as const)
      for (const said of [
        [never(at), over],
        [over, never(at)],
      ])
        expect(announcedAfter(both, said)).toEqual([['housing.flag.cleared.v1', reason]]);
  });

  it('is over, whatever was entered in error before', () => {
    const again = flag.asserts('tenancy', '2025-10-07T10:00:00Z');
    const early = [asserted, flag.neverHeld('tenancy', '2025-10-06T12:00:00Z'), again];
    expect(announcedAfter(early, [flag.withdraws('tenancy', '2025-10-08T10:00:00Z')])).toEqual([
      ['housing.flag.cleared.v1', 'withdrawn'],
    ]);
    const cleared = [asserted, flag.clears(okafor, '2025-10-06T12:00:00Z', undefined, true), again];
    expect(announcedAfter(cleared, [flag.clears(okafor, '2025-10-08T10:00:00Z')])).toEqual([
      ['housing.flag.cleared.v1', 'decided'],
    ]);
  });

  it('was withdrawn where only a proposal of it lives on', () => {
    const proposed = flag.raises(hale, '2025-10-07T10:00:00Z');
    const announced = announcedAfter(
      [asserted, proposed],
      [flag.withdraws('tenancy', '2025-10-08T10:00:00Z')],
    );
    expect(announced).toEqual([['housing.flag.cleared.v1', 'withdrawn']]);
  });

  it('was withdrawn though another flag is still asserted', () => {
    const other = sayingsOf('no-female-staff-alone').asserts('tenancy', '2025-10-06T10:00:00Z');
    const announced = announcedAfter([asserted, other], [flag.withdraws('tenancy', '2025-10-08T10:00:00Z')]);
    expect(announced).toEqual([['housing.flag.cleared.v1', 'withdrawn']]);
  });

  it('ended with its rule where an officer’s word no longer counts', () => {
    const overridden = sayingsOf('active-leak', 'home').clears(
      lindqvist,
      '2025-10-06T12:00:00Z',
      '2025-10-07',
    );
    const first = [leak('housing.leak.reported.v1'), overridden];
    const midnight = '2025-10-06T23:00:00Z';
    const reasons = announcedAfter(first, [leak('housing.leak.resolved.v1')], midnight);
    expect(reasons).toContainEqual(['housing.flag.cleared.v1', 'rule-no-longer-holds']);
    expect(reasons).not.toContainEqual(['housing.flag.cleared.v1', 'decided']);
  });

  it('was decided by a decision at the very instant at which it began, and withdrawn where none was read', () => {
    const was = flagOf('do-not-visit-alone', { since: instant('2025-10-06T10:00:00Z') });
    const reasonWith = (rows: Parameters<typeof clearingReason>[2]['rows']) =>
      clearingReason(was, undefined, { record: recordWith({}), rows, at: instant('2025-10-09T10:00:00Z') });
    const refusedAt = (at: string) => ({
      'DECISIONS#do-not-visit-alone': {
        row: 'decisions' as const,
        code: 'do-not-visit-alone' as const,
        heard: {},
        decided: { refused: { at: instant(at), rank: 2, id: 'refusal', value: { by: lindqvist } } },
      },
    });
    expect(reasonWith(refusedAt('2025-10-06T10:00:00Z'))).toBe('decided');
    expect(reasonWith(refusedAt('2025-10-06T09:59:59Z'))).toBe('withdrawn');
    expect(reasonWith({})).toBe('withdrawn');
  });

  it('lives on where it is suspended, and is raised again by a review', () => {
    const hub = memoryHub();
    hub.hear([asserted], instant('2025-10-06T12:00:00Z'));
    hub.hear([flag.tells(okafor, '2026-10-05T10:00:00Z', true)], instant('2026-10-06T12:00:00Z'));
    expect(hub.announcements.at(-1)).toMatchObject({
      type: 'housing.flag.cleared.v1',
      data: { reason: 'expired', flag: { state: 'active' } },
    });
    expect(Object.values(hub.stored('person/tenancy:mr-b')?.flags ?? {})).toMatchObject([
      { state: 'suspended', version: 2 },
    ]);
    hub.hear([flag.reviews(okafor, '2026-10-07T10:00:00Z', '2027-03-01')], instant('2026-10-07T12:00:00Z'));
    expect(hub.announcements.at(-1)).toMatchObject({
      type: 'housing.flag.raised.v1',
      data: { flag: { state: 'active', version: 3 } },
    });
  });
});
