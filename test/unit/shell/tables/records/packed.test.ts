import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { pack, UnknownFormat } from '../../../../../functions/shell/packing/pack.ts';
import { DamagedItem, readItem } from '../../../../../functions/shell/tables/read-item.ts';
import { inClear, packedOf, stored } from '../../../../../functions/shell/tables/records/packed.ts';

const key = { pk: 'PROPERTY#200000471104', sk: 'CASE#leak#leaks#L-1' };
const long = { text: 'water through the ceiling of the kitchen, '.repeat(8) };
const schema = z.object({ row: packedOf(z.object({ text: z.string() })) });

describe('stored', () => {
  it('packs what is long, and leaves the rest of the item plain', () => {
    const item = stored({ ...key, version: 3, type: 'housing.leak.reported.v1', row: long });
    expect(item).toMatchObject({ ...key, version: 3, type: 'housing.leak.reported.v1' });
    expect(item['row']).toBeInstanceOf(Uint8Array);
    expect(inClear(item)).toEqual({ ...key, version: 3, type: 'housing.leak.reported.v1', row: long });
  });

  it('leaves short values, which take their KB either way', () => {
    const item = { ...key, row: { text: 'damp' }, record: undefined };
    expect(stored(item)).toEqual(item);
  });
});

describe('packedOf', () => {
  it('reads a value packed or plain', () => {
    expect(readItem('records', schema, { ...key, row: long }).row).toEqual(long);
    expect(readItem('records', schema, stored({ ...key, row: long })).row).toEqual(long);
  });

  it('finds what is damaged, and where', () => {
    const bytes = pack(long).slice(0, 20);
    expect(() => readItem('records', schema, { ...key, row: bytes })).toThrow(DamagedItem);
    expect(() => readItem('records', schema, { ...key, row: bytes })).toThrow('wrong at row');
    expect(() => readItem('records', schema, { ...key, row: pack({ text: 1 }) })).toThrow(
      'wrong at row.text',
    );
    expect(inClear({ ...key, row: bytes })).toEqual({ ...key, row: undefined });
  });

  it('takes what a newer release packed for no damage', () => {
    const row = pack(long);
    row[0] = 2;
    expect(() => readItem('records', schema, { ...key, row })).toThrow(UnknownFormat);
    expect(() => inClear({ ...key, row })).toThrow(UnknownFormat);
  });
});
