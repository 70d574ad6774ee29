import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../../../functions/core/flags/derive.ts';
import { isInForce } from '../../../../schemas/flag-life.ts';
import { type LocalReference, personSubject, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant, mrB } from '../../../support/events.ts';
import { hale, lindqvist, okafor, sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const code = 'do-not-visit-alone' as const;
const flag = sayingsOf(code);
const raised = flag.raises(okafor, '2025-10-06T10:00:00Z');
const soon = '2025-10-10T09:00:00Z';

/** The flag as it is at an instant for a hub that heard these events. */
function flagAt(at: string, events: Parameters<ReturnType<typeof memoryHub>['hear']>[0]) {
  const hub = memoryHub();
  hub.hear(events, instant('2025-10-06T12:00:00Z'));
  const record = hub.record(personSubject(mrB));
  return record && flagsOf(record, instant(at))[code];
}

describe('what an officer raises', () => {
  it('about conduct holds at once and waits for a second person', () => {
    expect(flagAt(soon, [raised])).toMatchObject({ state: 'pending-approval', sources: ['officers'] });
    expect(isInForce({ state: 'pending-approval' })).toBe(true);
  });

  it('is active once a second person approved it, and not by the word of who raised it', () => {
    expect(flagAt(soon, [raised, flag.approves(lindqvist, '2025-10-07T10:00:00Z')])?.state).toBe('active');
    expect(flagAt(soon, [raised, flag.approves(okafor, '2025-10-07T10:00:00Z')])?.state).toBe(
      'pending-approval',
    );
  });

  it('is gone when it was refused, and stands again when it is raised again', () => {
    const refused = flag.refuses(lindqvist, '2025-10-07T10:00:00Z');
    expect(flagAt(soon, [raised, refused])).toBeUndefined();
    const again = flag.raises(okafor, '2025-10-08T10:00:00Z');
    expect(flagAt(soon, [raised, refused, again])).toMatchObject({ since: again.time });
  });

  it('needs no approval where it is about no conduct', () => {
    const hub = memoryHub();
    hub.hear([sayingsOf('asbestos', 'home').raises({ ...hale, team: 'surveying' }, soon)], instant(soon));
    expect(hub.stored(propertySubject(flat4))?.flags['asbestos']?.state).toBe('active');
  });

  it('of a team that may not raise it is a proposal: not in force, and announced to nobody until it is approved', () => {
    const hub = memoryHub();
    const proposed = flag.raises(hale, '2025-10-06T10:00:00Z');
    hub.hear([proposed], instant(soon));
    expect(hub.stored(personSubject(mrB))?.flags[code]?.state).toBe('proposed');
    expect(hub.announcements).toEqual([]);
    hub.hear([flag.approves(okafor, '2025-10-07T10:00:00Z')], instant(soon));
    expect(hub.stored(personSubject(mrB))?.flags[code]?.state).toBe('active');
    expect(hub.announcements.map(({ type }) => type)).toEqual(['housing.flag.raised.v1']);
  });

  it('adds nothing to a flag that is in force while it is a proposal', () => {
    const proposed = flag.raises(hale, '2025-10-06T09:00:00Z');
    const asserted = flag.asserts('tenancy', '2025-10-06T10:00:00Z');
    expect(flagAt(soon, [proposed, asserted])).toMatchObject({
      state: 'active',
      sources: ['tenancy'],
      since: asserted.time,
    });
  });
});

describe('a review', () => {
  const asserted = flag.asserts('tenancy', '2025-10-06T10:00:00Z');

  it('is due on the day that the taxonomy or the source gives, from midnight in London', () => {
    expect(flagAt('2026-04-03T22:59:59Z', [asserted])).toMatchObject({
      state: 'active',
      reviewDue: '2026-04-04',
    });
    expect(flagAt('2026-04-03T23:00:00Z', [asserted])?.state).toBe('review-due');
  });

  it('sets the next day, and lets the flag live on; without one it is suspended at the end of its maximum life', () => {
    const reviewed = flag.reviews(lindqvist, '2026-04-05T10:00:00Z', '2026-10-01');
    expect(flagAt('2026-10-05T23:00:00Z', [asserted])?.state).toBe('suspended');
    expect(flagAt('2026-09-30T12:00:00Z', [asserted, reviewed])).toMatchObject({
      state: 'active',
      reviewDue: '2026-10-01',
    });
    expect(flagAt('2026-10-05T23:00:00Z', [asserted, reviewed])?.state).toBe('review-due');
    expect(flagAt('2027-04-05T23:00:00Z', [asserted, reviewed])?.state).toBe('suspended');
  });

  it('is still due when the flag is said again, which lives on by that', () => {
    const again = flag.asserts('tenancy', '2026-12-01T10:00:00Z');
    expect(flagAt('2026-12-02T10:00:00Z', [asserted, again])).toMatchObject({ since: asserted.time });
    expect(flagAt('2026-12-02T10:00:00Z', [asserted, again])?.state).toBe('review-due');
  });
});

describe('a clearance by decision', () => {
  const asserted = [
    flag.asserts('tenancy', '2025-10-06T10:00:00Z'),
    flag.asserts('repairs', '2025-10-06T11:00:00Z', 'A-1'),
    raised,
  ];
  const cleared = flag.clears(lindqvist, '2025-10-08T10:00:00Z');

  it('takes back what anybody said up to then, and says that it was decided', () => {
    const hub = memoryHub();
    hub.hear(asserted, instant(soon));
    hub.hear([cleared], instant(soon));
    expect(hub.stored(personSubject(mrB))?.flags).toEqual({});
    expect(hub.record(personSubject(mrB))).toMatchObject({ heldFlags: {}, decisions: {} });
    expect(hub.announcements.at(-1)).toMatchObject({
      type: 'housing.flag.cleared.v1',
      causationid: cleared.id,
      data: { reason: 'decided' },
    });
  });

  it('does not hold against what is said afterwards', () => {
    const again = flag.asserts('tenancy', '2025-10-09T10:00:00Z');
    expect(flagAt(soon, [...asserted, cleared, again])).toMatchObject({
      sources: ['tenancy'],
      since: again.time,
    });
  });

  it('shows that it was asked for, until it is decided or refused', () => {
    const requested = flag.requestsClearance(okafor, '2025-10-07T10:00:00Z');
    expect(flagAt(soon, [...asserted, requested])).toMatchObject({ clearanceRequested: requested.time });
    const refused = flag.refuses(lindqvist, '2025-10-08T10:00:00Z', 'clearance');
    expect(flagAt(soon, [...asserted, requested, refused])).not.toHaveProperty('clearanceRequested');
    expect(flagAt(soon, [...asserted, requested, refused])?.sources).toHaveLength(3);
    expect(flagAt(soon, [...asserted, requested, cleared])).toBeUndefined();
  });
});

describe('the person', () => {
  it('was told, or there is a reason why not, or nobody has said; and of a new flag nobody has', () => {
    expect(flagAt(soon, [raised])).not.toHaveProperty('personTold');
    const told = flag.tells(okafor, '2025-10-07T10:00:00Z', true);
    expect(flagAt(soon, [raised, told])?.personTold).toBe('informed');
    const withheld = flag.tells(okafor, '2025-10-08T10:00:00Z', false);
    expect(flagAt(soon, [raised, told, withheld])?.personTold).toBe('not-informed');
    const news = [flag.clears(okafor, '2025-10-08T11:00:00Z'), flag.raises(okafor, '2025-10-09T11:00:00Z')];
    expect(flagAt(soon, [raised, told, withheld, ...news])).not.toHaveProperty('personTold');
  });
});

describe('a conflict', () => {
  const asserted = flag.asserts('tenancy', '2025-10-06T10:00:00Z');
  const denied = flag.withdraws('repairs', '2025-10-07T10:00:00Z', 'hub-1');

  it('stands while a system takes back what it never said and another stands by it', () => {
    const conflict = { deniedBy: ['repairs'], since: denied.time };
    expect(flagAt(soon, [asserted, denied])).toMatchObject({ state: 'active', conflict });
    expect(flagAt(soon, [denied, asserted])?.conflict).toEqual(conflict);
  });

  it.each([
    ['the denier says so too', flag.asserts('repairs', '2025-10-08T10:00:00Z', 'A-9')],
    ['its owner reviews it', flag.reviews(okafor, '2025-10-08T10:00:00Z', '2026-01-01')],
  ])('ends when %s', (_when, settling) => {
    expect(flagAt(soon, [asserted, denied, settling])?.state).toBe('active');
    expect(flagAt(soon, [asserted, denied, settling])).not.toHaveProperty('conflict');
  });

  it.each([
    ['its owner clears it', flag.clears(okafor, '2025-10-08T10:00:00Z')],
    ['the other withdraws', flag.withdraws('tenancy', '2025-10-08T10:00:00Z')],
  ])('ends with the flag when %s', (_when, settling) => {
    expect(flagAt(soon, [asserted, denied, settling])).toBeUndefined();
  });

  it('is none when a system takes back what it said itself, whatever the reference, or before the flag was raised', () => {
    const own = flag.asserts('repairs', '2025-10-06T11:00:00Z', 'A-1');
    const ownBack = flag.withdraws('repairs', '2025-10-07T11:00:00Z', 'A-1');
    expect(flagAt(soon, [asserted, own, denied, ownBack])).not.toHaveProperty('conflict');
    const earlier = flag.withdraws('repairs', '2025-10-05T10:00:00Z');
    expect(flagAt(soon, [earlier, asserted])).not.toHaveProperty('conflict');
  });
});

describe('a flag of a rule', () => {
  const leak = (reference: string, at: string) =>
    eventOf({
      type: 'housing.leak.reported.v1',
      at,
      home: flat4,
      source: flat7,
      data: { leakReference: reference as LocalReference },
    });
  const first = leak('L-1', '2025-10-06T10:00:00Z');
  const overridden = sayingsOf('active-leak', 'home').clears(lindqvist, '2025-10-07T10:00:00Z', '2025-10-20');
  const statesAt = (at: string, events: Parameters<ReturnType<typeof memoryHub>['hear']>[0]) => {
    const hub = memoryHub();
    hub.hear(events, instant('2025-10-08T10:00:00Z'));
    const record = hub.record(propertySubject(flat4));
    return record && flagsOf(record, instant(at))['active-leak']?.state;
  };

  it('is overridden by an officer until a day, and then the rule is believed again', () => {
    expect(statesAt('2025-10-19T22:59:59Z', [first, overridden])).toBeUndefined();
    expect(statesAt('2025-10-19T23:00:00Z', [first, overridden])).toBe('review-due');
  });

  it('is not overridden by what was decided before there was news', () => {
    expect(statesAt(soon, [first, overridden, leak('L-2', '2025-10-08T08:00:00Z')])).toBe('active');
  });

  it('is never suspended while the rule holds', () => {
    expect(statesAt('2030-01-01T00:00:00Z', [first])).toBe('review-overdue');
  });

  it('says why it was cleared', () => {
    const hub = memoryHub();
    hub.hear([first], instant('2025-10-06T10:00:00Z'));
    hub.hear([overridden], instant('2025-10-07T10:00:00Z'));
    expect(hub.announcements.at(-1)?.data).toMatchObject({
      reason: 'decided',
      flag: { on: 'property/200000471104' },
    });
  });
});
