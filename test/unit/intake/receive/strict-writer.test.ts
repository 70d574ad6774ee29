import { expect, it } from 'vitest';
import type { EventDraft } from '../../../../functions/adapters/contract.ts';
import { adapter } from '../../../../functions/adapters/leaks/adapter.ts';
import { complete } from '../../../../functions/intake/item/complete.ts';
import { flat4, instant } from '../../../support/events.ts';

const row = {
  Date: '19/06/2025',
  Block: 'Larch Ho',
  Flat: 4,
  'Leak ref': 'LFA-1',
  Status: 'Leak again',
};
const heardAt = instant('2025-06-19T20:31:00Z');
const origin = { system: adapter.manifest.system, item: row, heardAt, now: heardAt };

const homes = () => ({ found: 'one' as const, uprn: flat4, block: undefined });

function drafts(): EventDraft[] {
  const translated = adapter.inbound(adapter.itemSchema.parse(row));
  if (!translated.ok) throw new Error('the row is not read');
  return translated.events;
}

it('takes what the adapter says in fields of the event', () => {
  expect(complete(drafts(), homes, origin)).toHaveProperty('events');
});

it('refuses a field that the event does not have, by its place, instead of losing it', () => {
  const [first, ...others] = drafts();
  // As where an adapter spreads a row that the compiler knows too little of.
  const withColumn = {
    ...first,
    data: Object.assign({}, first?.data, { meterReading: '00417' }),
  } as EventDraft;
  expect(complete([withColumn, ...others], homes, origin)).toEqual({
    refused: 'mistranslated',
    problems: [{ path: '/data/meterReading', message: expect.stringContaining('add it in schemas/events/') }],
  });
});
