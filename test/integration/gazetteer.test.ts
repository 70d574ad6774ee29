import { beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../functions/shell/table/batch.ts';
import { type Directory, makeDirectory } from '../../functions/shell/table/directory-store.ts';
import type { SystemName } from '../../schemas/reference.ts';
import { flat4, flat7 } from '../support/events.ts';
import { importInto, larchHouseExtract } from './support/larch-house.ts';
import { contents, newTable } from './support/tables.ts';

const repairs = 'repairs' as SystemName;

describe('the gazetteer', () => {
  let table: Table;
  let directory: Directory;
  beforeEach(async () => {
    table = await newTable();
    directory = makeDirectory(table);
  });

  it('is found by UPRN, by each system’s reference with its zeros, by address and by postcode', async () => {
    const report = await importInto(table, larchHouseExtract);
    expect(report).toEqual({ written: 13, rejected: [], shared: [] });
    expect((await directory.placesOf([flat4])).get(flat4)).toEqual({
      uprn: flat4,
      status: 'approved',
      address: 'Flat 4, Larch House, Linden Road',
      postcode: 'SE15 4PT',
      blockUprn: '200000471100',
      floor: '1',
      stack: 'A',
      references: { repairs: ['00047104'], leaks: ['LARCH HO/FLAT 4', 'LARCH HOUSE/FLAT 4'] },
    });
    expect(await directory.byReference(repairs, '00047104')).toEqual([flat4]);
    expect(await directory.byReference(repairs, '47104')).toEqual([]);
    expect(await directory.byReference('leaks' as SystemName, 'LARCH HOUSE/FLAT 7')).toEqual([flat7]);
    expect(await directory.byAddress('Flat 4, Larch Hse, Linden Rd SE15')).toEqual([flat4]);
    expect(await directory.byAddress('4 Larch House')).toEqual([flat4]);
    expect(await directory.byPostcode('se15 4pt')).toHaveLength(13);
  });

  it('is the same after the same extract twice', async () => {
    await importInto(table, larchHouseExtract);
    const once = await contents(table);
    await importInto(table, larchHouseExtract);
    expect(await contents(table)).toEqual(once);
  });

  it('forgets what no longer leads to a home', async () => {
    await importInto(table, larchHouseExtract);
    await importInto(
      table,
      larchHouseExtract.replace('00047104', '00099104').replaceAll('Larch House', 'Rowan Court'),
    );
    expect(await directory.byReference(repairs, '00047104')).toEqual([]);
    expect(await directory.byReference(repairs, '00099104')).toEqual([flat4]);
    expect(await directory.byAddress('4 Larch House')).toEqual([]);
    expect(await directory.byAddress('4 Rowan Court')).toEqual([flat4]);
  });

  it('tells homes of one address apart by postcode, and otherwise answers with both', async () => {
    const elsewhere = '100000000001,"Flat 4, Larch House, High Street",M1 1AA,,,,,';
    await importInto(table, `${larchHouseExtract}\r\n${elsewhere}`);
    expect((await directory.byAddress('4 Larch House')).toSorted()).toEqual(['100000000001', flat4]);
    expect(await directory.byAddress('4 Larch House, M1 1AA')).toEqual(['100000000001']);
    expect(await directory.byAddress('4 Larch House, SW1A 1AA')).toEqual([]);
  });

  it('reports a reference that two homes claim and keeps both', async () => {
    const report = await importInto(table, larchHouseExtract.replace('00047107', '00047104'));
    expect(report.shared).toEqual([{ system: 'repairs', reference: '00047104', uprns: [flat4, flat7] }]);
    expect((await directory.byReference(repairs, '00047104')).toSorted()).toEqual([flat4, flat7]);
  });

  it('reports rows that it cannot read and writes the others', async () => {
    const extract = [
      'uprn,address,postcode',
      'ABC,1 High Street,M1 1AA',
      '000000000012,1 High Street,M1 1AA',
      '13,,M1',
      '12,2 High Street,M1 1AA',
      '14,3 High Street',
    ].join('\n');
    expect(await importInto(table, extract)).toEqual({
      written: 1,
      rejected: [
        { row: 2, problems: ['uprn is not a UPRN of 1 to 12 digits'] },
        { row: 4, problems: ['address is empty', 'postcode is not a whole postcode'] },
        { row: 5, problems: ['UPRN 12 stands there twice; the first row holds'] },
        { row: 6, problems: ['the row does not have as many cells as there are headings'] },
      ],
      shared: [],
    });
    expect(await directory.byAddress('1 High Street')).toEqual(['12']);
  });

  it('refuses an extract with headings that nobody would read', async () => {
    await expect(importInto(table, 'uprn,address,repairs_refrence\n1,x,y')).rejects.toThrow(
      'The extract cannot be imported: the column postcode is missing; the column "repairs_refrence" is not known',
    );
    expect(await contents(table)).toEqual([]);
  });

  it('imports more than one call can carry', async () => {
    const rows = Array.from({ length: 260 }, (_, index) => `${index + 1},${index + 1} High Street,M1 1AA`);
    const report = await importInto(table, ['uprn,address,postcode', ...rows].join('\n'));
    expect(report.written).toBe(260);
    expect(await directory.byPostcode('M1 1AA')).toHaveLength(260);
  });
});
