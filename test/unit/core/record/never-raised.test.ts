import { describe, expect, it } from 'vitest';
import { caseStepOf, neverRaised, wasOpened } from '../../../../functions/core/record/never-raised.ts';
import { foldWhole } from '../../../../functions/core/record/refold.ts';
import { caseKey, referenceIn, systemOf } from '../../../../functions/core/record/rows.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7 } from '../../../support/events.ts';

const home = propertySubject(flat4);
const at = '2025-06-01T09:00:00Z';
const repairs = (reference: string) => ({
  ...{ at, home: flat4, system: 'repairs' },
  data: { workOrderReference: reference as LocalReference },
});
const closed = (reference: string) => eventOf({ type: 'housing.repair.closed.v1', ...repairs(reference) });
const raised = (reference: string, entry?: string) =>
  eventOf({
    type: 'housing.repair.raised.v1',
    ...{ at, home: flat4, system: 'repairs' },
    data: { workOrderReference: reference as LocalReference, priority: 'high' },
    ...(entry !== undefined && { entry: { id: entry } }),
  });
const attended = eventOf({
  type: 'housing.repair.attended.v1',
  ...{ at, home: flat4, system: 'repairs' },
  data: { workOrderReference: 'W-1' as LocalReference, outcome: 'worked-on' },
});
const leakOver = eventOf({
  type: 'housing.leak.resolved.v1',
  ...{ at, home: flat4 },
  data: { leakReference: 'L-1' as LocalReference },
});
const held = (events: SystemEvent[], rows = {}) => neverRaised({ subject: home, rows }, events);

describe('a closing', () => {
  it('is held back until its opening is heard: before, with it, or after it at once', () => {
    expect(held([closed('W-1')])).toEqual([closed('W-1')]);
    expect(held([closed('W-1'), raised('W-1')])).toEqual([]);
    expect(held([closed('W-1')], foldWhole(home, [raised('w-1')]).rows)).toEqual([]);
  });

  it('does not come with the opening of another case, nor with another closing', () => {
    const events = [closed('W-1'), raised('W-2'), closed('W-2'), closed('W-3')];
    expect(held(events)).toEqual([closed('W-1'), closed('W-3')]);
    expect(held([closed('W-1')], foldWhole(home, [attended]).rows)).toEqual([closed('W-1')]);
  });

  it('comes after an opening that was entered in error: it was opened all the same', () => {
    const withdrawn = eventOf({
      type: 'housing.complaint.entry-withdrawn.v1',
      ...{ at, home: flat4, system: 'repairs', data: {} },
      entry: { id: 'E-2', corrects: 'E-1' },
    });
    const { rows } = foldWhole(home, [raised('W-1', 'E-1'), withdrawn]);
    expect(Object.values(rows).some(row => row.row === 'case' && row.opened !== undefined)).toBe(false);
    expect(held([closed('W-1')], rows)).toEqual([]);
    expect(wasOpened(Object.values(rows).find(({ row }) => row === 'correction'))).toBe(false);
  });

  it('of a leak is not held back, nor is anything that closes nothing or is of another home', () => {
    expect(held([leakOver, attended])).toEqual([]);
    expect(neverRaised({ subject: propertySubject(flat7), rows: {} }, [closed('W-1')])).toEqual([]);
  });
});

it('says which case an event opens or closes, if it does', () => {
  const row = 'CASE#work-order#repairs#W-1';
  const step = { row, kind: 'work-order', reference: 'w-1' };
  expect(caseStepOf(raised('w-1'), home)).toEqual({ ...step, opens: true });
  expect(caseStepOf(closed('w-1'), home)).toEqual({ ...step, opens: false });
  for (const other of [attended, leakOver]) expect(caseStepOf(other, home)).toBeUndefined();
  expect(caseStepOf(closed('w-1'), propertySubject(flat7))).toBeUndefined();
});

it('a case’s key gives its reference back, whatever is in it', () => {
  const key = caseKey(systemOf(attended), { kind: 'work-order', reference: 'w#1#a' });
  expect(referenceIn(key)).toBe('W#1#A');
});
