import { expect, it } from 'vitest';
import { dueHere } from '../../../../functions/core/views/due-here.ts';
import { instant } from '../../../support/events.ts';

const now = instant('2025-07-01T08:50:00Z');
const job = (reference: string, facts: Record<string, unknown> = {}) => ({
  ...{ kind: 'work-order', system: 'repairs', reference, facts },
});
const due = (...facts: Record<string, unknown>[]) =>
  dueHere(
    facts.map((one, index) => job(`R-${index}`, one)),
    now,
  );

it('is an appointment of today, also one that began, and of a later day', () => {
  const [began, midnight, later] = [
    '2025-07-01T07:00:00.000Z',
    '2025-06-30T23:00:00.000Z',
    '2025-07-03T09:00:00.000Z',
  ];
  expect(due({ appointment: later }, { appointment: began }, { appointment: midnight })).toMatchObject([
    { reference: 'R-2', by: 'appointment', at: midnight },
    { reference: 'R-1', by: 'appointment', at: began },
    { reference: 'R-0', by: 'appointment', at: later },
  ]);
});

it('is the deadline once the appointment is over, and overdue when that has passed', () => {
  const requiredBy = '2025-07-04T16:00:00.000Z';
  expect(due({ appointment: '2025-06-30T22:59:00.000Z', requiredBy })).toEqual([
    { ...{ kind: 'work-order', system: 'repairs', reference: 'R-0' }, by: 'deadline', at: requiredBy },
  ]);
  expect(due({ requiredBy: '2025-07-01T08:49:59.999Z' })).toMatchObject([{ overdue: true }]);
  expect(due({ requiredBy: now })[0]).not.toHaveProperty('overdue');
});

it('says trade and priority where they may be read, and has what has no day last', () => {
  const withheld = { withheld: true, classification: 'special-category' };
  const requiredBy = '2025-07-09T16:00:00.000Z';
  expect(due({ trade: 'Plastering', priority: 'low' }, { trade: withheld, requiredBy })).toEqual([
    { ...{ kind: 'work-order', system: 'repairs', reference: 'R-1' }, by: 'deadline', at: requiredBy },
    { ...{ kind: 'work-order', system: 'repairs', reference: 'R-0' }, trade: 'Plastering', priority: 'low' },
  ]);
});

it('is planned works too, and no leak, complaint or hazard', () => {
  const works = {
    kind: 'works',
    system: 'repairs',
    reference: 'W-1',
    facts: { from: '2025-08-01T08:00:00.000Z' },
  };
  const others = ['leak', 'complaint', 'hazard'].map(kind => ({ ...works, kind }));
  expect(dueHere([...others, works], now)).toMatchObject([{ kind: 'works', by: 'appointment' }]);
});
