import { expect, it } from 'vitest';
import { emptyCase, mergeCase, mergeCorrected } from '../../../../functions/core/record/case-rows.ts';
import type { CaseEffect } from '../../../../functions/core/record/effect.ts';
import type { CaseRow } from '../../../../functions/core/record/row.ts';
import { type LocalReference, systemNameSchema } from '../../../../schemas/reference.ts';
import { eventOf, flat4 } from '../../../support/events.ts';

const leaks = systemNameSchema.parse('leaks');
const effect = (reference: string): CaseEffect => ({ kind: 'leak', reference, open: true });

function said(reference: string, counts: boolean) {
  const event = eventOf({
    ...{
      type: 'housing.leak.reported.v1',
      at: '2025-06-02T07:40:00Z',
      home: flat4,
      vendorEventId: reference,
    },
    data: { leakReference: reference as LocalReference },
  });
  return (row: CaseRow) =>
    counts ? mergeCase(row, event, leaks, effect(reference)) : mergeCorrected(row, effect(reference));
}

it.each([
  ['in capitals, where anything that counts calls it so', [said('l-1', true), said('L-1', true)], 'L-1'],
  ['not as what was corrected calls it', [said('l-1', true), said('L-1', false)], 'l-1'],
  [
    'as what was corrected calls it, where nothing else does',
    [said('l-1', false), said('L-1', false)],
    'L-1',
  ],
])('a case is called %s, in any order', (_how, steps, reference) => {
  for (const order of [steps, steps.toReversed()]) {
    const row = order.reduce((before, step) => step(before), emptyCase(effect('l-1')));
    expect(row.reference).toBe(reference);
  }
});
