import { expect, it } from 'vitest';
import { learntId, personCrossReference } from '../../../../functions/core/identity/cross-reference.ts';
import { isWorkOrderKey, workOrderKey } from '../../../../functions/core/identity/work-order-key.ts';
import type { PersonReference } from '../../../../schemas/reference.ts';
import { instant } from '../../../support/events.ts';

const learnt = { system: 'repairs', key: 'p-77', learntAt: instant('2025-07-01T09:00:00Z') };

it('what was learnt at one time has one id, in capitals or not', () => {
  expect(learntId({ ...learnt, key: 'P-77' })).toBe(learntId(learnt));
});

it.each([{ system: 'leaks' }, { key: 'p-78' }, { learntAt: instant('2025-07-02T09:00:00Z') }])(
  'what was learnt otherwise has another id: %o',
  other => {
    expect(learntId({ ...learnt, ...other })).not.toBe(learntId(learnt));
  },
);

it('a person’s key is learnt of its own system, under words that no home’s key has', () => {
  expect(personCrossReference('repairs:cust:77' as PersonReference)).toEqual({
    system: 'repairs',
    key: 'person repairs:cust:77',
  });
});

it('a work order is known as one among a system’s keys of homes', () => {
  expect(workOrderKey('W-7')).toBe('work order W-7');
  expect(isWorkOrderKey(workOrderKey('W-7'))).toBe(true);
  expect(isWorkOrderKey('W-7')).toBe(false);
  expect(isWorkOrderKey('the work order W-7')).toBe(false);
});
