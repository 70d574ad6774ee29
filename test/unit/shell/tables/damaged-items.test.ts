import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../../functions/core/record/fold.ts';
import { DamagedItem, readItem } from '../../../../functions/shell/tables/read-item.ts';
import { recordItemSchema, rowItemSchema } from '../../../../functions/shell/tables/records/items.ts';
import { recordKey, rowKey } from '../../../../functions/shell/tables/records/keys.ts';
import { recordItem } from '../../../../functions/shell/tables/records/record-transaction.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant } from '../../../support/events.ts';

const home = propertySubject(flat4);
const at = instant('2025-06-20T10:00:00Z');
const reported = eventOf({
  type: 'housing.leak.reported.v1',
  at: '2025-06-19T21:30:00+01:00',
  home: flat4,
  source: flat7,
  data: { leakReference: 'LFA-1' as never },
});
const before = { subject: home, version: 0, record: undefined, flags: {}, rows: {} };
const after = foldEvents(before, [reported], at);
const whole = recordItem(home, after);
const [caseKey = ''] = Object.keys(after.record.openCases);

const readRecord = (item: Record<string, unknown>) => readItem('records', recordItemSchema, item);

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(DamagedItem);
    return String(error);
  }
  return 'read';
}

describe('a damaged record', () => {
  const openCase = after.record.openCases[caseKey];
  const flags = Object.fromEntries(
    Object.entries(after.flags).map(([key, flag]) => [key, { ...flag, severity: 'Mr Brown shouts' }]),
  );
  it.each([
    ['a text', { record: 'rubbish' }, 'record'],
    ['no flags', { flags: undefined }, 'flags'],
    ['a flag that is none', { flags }, 'flags.*.severity'],
    ['a leak without its time', { record: { ...after.record, leaks: [{ id: 'x' }] } }, 'record.leaks.0.at'],
    [
      'a case of no kind',
      { record: { ...after.record, openCases: { [caseKey]: { ...openCase, kind: 'Mr Brown' } } } },
      'record.openCases.*.kind',
    ],
    ['no totals', { record: { ...after.record, totals: {} } }, 'record.totals.events'],
  ])('is refused: %s', (_what, damage, path) => {
    const message = messageOf(() => readRecord({ ...whole, ...damage }));
    expect(message).toContain(`Table records, item ${recordKey(home).pk} RECORD`);
    expect(message).toContain(`wrong at ${path}`);
  });

  it('is named without a value or a reference of anybody’s', () => {
    const facts = { 'member tenancy:mr-brown': ['Mr Brown'] };
    const openCases = { 'CASE#tenancy#tenancy#Brown 1': { ...openCase, facts } };
    const message = messageOf(() => readRecord({ ...whole, record: { ...after.record, openCases } }));
    expect(message).toContain('wrong at record.openCases.*.facts.*');
    expect(message.toLowerCase()).not.toContain('brown');
  });
});

describe('a whole record', () => {
  it('is read as it is stored, with what a newer version of the hub has added', () => {
    const { subject, ...rest } = after.record;
    const newer = { added: { by: 'later' }, ...rest, subject };
    expect(JSON.stringify(readRecord({ ...whole, record: newer }).record)).toBe(JSON.stringify(newer));
  });

  it('that was written before a window was kept has it empty', () => {
    const { closings, ...older } = after.record;
    expect(closings).toEqual([]);
    expect(readRecord({ ...whole, record: older }).record).toEqual(after.record);
  });
});

it('a row of no known kind is refused', () => {
  const item = { ...rowKey(home, caseKey), row: { ...after.changedRows[caseKey], row: 'else' } };
  expect(messageOf(() => readItem('records', rowItemSchema, item))).toContain('wrong at row');
});
