import { describe, expect, it } from 'vitest';
import { closedUnderLegalHold } from '../../../../functions/core/rules/closed-under-legal-hold.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';
import { openCases, recordWith } from '../../../support/records.ts';

const now = instant('2026-12-01T00:00:00Z');
const claim = { claimReference: 'DR-1' as LocalReference };
const order = { workOrderReference: 'R-1' as LocalReference };
const disrepair = { system: 'disrepair', home: flat4 };
const repairs = { system: 'repairs', home: flat4 };

const received = (at: string, home = flat4) =>
  eventOf({
    ...disrepair,
    home,
    type: 'housing.disrepair.claim-received.v1',
    at,
    data: { ...claim, defects: [{ hazard: 'damp-and-mould' }] },
  });
const over = (at: string) =>
  eventOf({
    ...disrepair,
    type: 'housing.disrepair.claim-closed.v1',
    at,
    data: { ...claim, outcome: 'settled' },
  });
const raised = (at: string) =>
  eventOf({ ...repairs, type: 'housing.repair.raised.v1', at, data: { ...order, priority: 'high' } });
const completed = (at: string) =>
  eventOf({ ...repairs, type: 'housing.repair.completed.v1', at, data: { ...order, evidence: [] } });
const cancelled = (at: string) =>
  eventOf({ ...repairs, type: 'housing.repair.cancelled.v1', at, data: order });
const closed = (at: string) => eventOf({ ...repairs, type: 'housing.repair.closed.v1', at, data: order });

function heldAfter(...events: SystemEvent[]) {
  const hub = memoryHub();
  hub.hear(events, now);
  return hub.flags(propertySubject(flat4), now).includes('closed-under-legal-hold');
}

const [beforeClaim, claimDay, later, latest] = [
  '2026-01-05T09:00:00Z',
  '2026-02-18T09:30:00Z',
  '2026-03-20T14:00:00Z',
  '2026-04-20T14:00:00Z',
] as const;

describe('closed-under-legal-hold', () => {
  it.each([
    ['completed', completed],
    ['cancelled', cancelled],
    ['closed, nobody says how', closed],
  ])('stands when a work order is %s while a claim is open, whichever is heard first', (_how, closing) => {
    const story = [raised(beforeClaim), received(claimDay), closing(later)];
    expect(heldAfter(...story)).toBe(true);
    expect(heldAfter(...story.toReversed())).toBe(true);
  });

  it('explains itself by the claim and the closing, and stands since the closing', () => {
    const hub = memoryHub();
    const letter = received(claimDay);
    const closing = completed(later);
    hub.hear([raised(beforeClaim), letter, closing], now);
    const [announced] = hub.announcements.filter(({ data }) => data.flag.code === 'closed-under-legal-hold');
    expect(announced?.data.flag).toMatchObject({
      since: instant(later),
      because: { rule: 'closed-under-legal-hold', ruleVersion: 1, events: [letter.id, closing.id] },
    });
  });

  it('leaves alone what was closed before the claim, or at another home', () => {
    expect(heldAfter(raised(beforeClaim), completed('2026-01-20T09:00:00Z'), received(claimDay))).toBe(false);
    expect(heldAfter(raised(beforeClaim), received(claimDay, flat7), completed(later))).toBe(false);
  });

  it('clears when the claim is over', () => {
    const story = [raised(beforeClaim), received(claimDay), completed(later)];
    expect(heldAfter(...story, over(latest))).toBe(false);
  });

  it('clears when the work order is raised again, and stands again when that is closed', () => {
    const story = [raised(beforeClaim), received(claimDay), completed(later), raised(latest)];
    expect(heldAfter(...story)).toBe(false);
    expect(heldAfter(...story, completed('2026-05-20T14:00:00Z'))).toBe(true);
  });

  const closing = { id: 'closes-R-1', at: instant(later), rank: 0, workOrder: 'CASE#work-order#repairs#R-1' };

  it('stands for a closing at the very moment of the claim, and not for one before it', () => {
    const open = openCases(['disrepair-claim', 'DR-1', later]);
    expect(
      closedUnderLegalHold.find(recordWith({ closings: [closing], openCases: open }), now),
    ).toBeDefined();
    const justAfter = openCases(['disrepair-claim', 'DR-1', '2026-03-20T14:00:00.001Z']);
    expect(
      closedUnderLegalHold.find(recordWith({ closings: [closing], openCases: justAfter }), now),
    ).toBeUndefined();
  });

  it('does not stand for other cases that are open', () => {
    const open = openCases(['complaint', 'C-1', beforeClaim], ['work-order', 'R-2', beforeClaim]);
    expect(
      closedUnderLegalHold.find(recordWith({ closings: [closing], openCases: open }), now),
    ).toBeUndefined();
  });

  it('names the claims in the order in which they came, then the closings', () => {
    const open = openCases(
      ['disrepair-claim', 'DR-2', claimDay],
      ['disrepair-claim', 'DR-1', beforeClaim],
      ['disrepair-claim', 'DR-3', latest],
    );
    expect(closedUnderLegalHold.find(recordWith({ closings: [closing], openCases: open }), now)).toEqual({
      since: closing.at,
      latest: closing.at,
      events: ['opens-DR-1', 'opens-DR-2', 'opens-DR-3', 'closes-R-1'],
    });
  });
});
