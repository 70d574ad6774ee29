import { beforeEach, describe, expect, it } from 'vitest';
import { homesMeant } from '../../functions/core/identity/match-address.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { type Directory, makeDirectory } from '../../functions/shell/tables/directory/directory-store.ts';
import { placesWithSuccessors } from '../../functions/shell/tables/directory/succession.ts';
import type { SystemName, Uprn } from '../../schemas/reference.ts';
import { flat4, flat7 } from '../support/events.ts';
import { countingWrites, failingAfter } from './support/hindered.ts';
import { importInto, larchHouseExtract } from './support/larch-house.ts';
import { contents, newTable } from './support/tables.ts';

const repairs = 'repairs' as SystemName;
const nothing = {
  ...{ rows: 0, added: 0, changed: 0, unchanged: 0, retired: 0, alternatives: 0 },
  ...{ rejected: [], shared: [], unknownSuccessors: [] },
};

describe('the gazetteer', () => {
  let table: Table;
  let directory: Directory;
  const homesAt = async (address: string) => homesMeant(await directory.byAddress(address));
  beforeEach(async () => {
    table = await newTable();
    directory = makeDirectory(table);
  });

  it('is found by UPRN, by each system’s reference with its zeros, by address and by postcode', async () => {
    const report = await importInto(table, larchHouseExtract);
    expect(report).toEqual({ ...nothing, rows: 13, added: 13 });
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
    expect((await directory.byReference(repairs, '00047104')).uprns).toEqual([flat4]);
    expect((await directory.byReference(repairs, '47104')).uprns).toEqual([]);
    expect((await directory.byReference('leaks' as SystemName, 'LARCH HOUSE/FLAT 7')).uprns).toEqual([flat7]);
    expect(await homesAt('Flat 4, Larch Hse, Linden Rd SE15')).toEqual([flat4]);
    expect(await homesAt('4 Larch House')).toEqual([flat4]);
    expect(await directory.byPostcode('se15 4pt')).toHaveLength(13);
  });

  it('writes nothing when the same extract comes again', async () => {
    await importInto(table, larchHouseExtract);
    const once = await contents(table);
    const writes = countingWrites(table);
    expect(await importInto(writes.table, larchHouseExtract)).toEqual({
      ...nothing,
      rows: 13,
      unchanged: 13,
    });
    expect(writes.count()).toBe(0);
    expect(await contents(table)).toEqual(once);
  });

  it('writes only what changed, by field and by what leads to it', async () => {
    await importInto(table, larchHouseExtract);
    const changed = larchHouseExtract.replace('00047104', '00099104');
    expect(await importInto(table, changed)).toEqual({ ...nothing, rows: 13, unchanged: 12, changed: 1 });
    await importInto(table, larchHouseExtract);
    const afresh = await newTable();
    await importInto(afresh, larchHouseExtract);
    expect(await contents(table)).toEqual(await contents(afresh));
  });

  it('is made good by the next import when it was killed at any call', async () => {
    const afresh = await newTable();
    const extract = larchHouseExtract
      .replaceAll('Larch House', 'Rowan Court')
      .replace('00047104', '00099104');
    await importInto(afresh, extract);
    const whole = await contents(afresh);
    for (let calls = 0, killed = true; killed; calls += 1) {
      const resumed = await newTable();
      await importInto(resumed, larchHouseExtract);
      killed = await importInto(failingAfter(resumed, calls), extract).then(
        () => false,
        () => true,
      );
      await importInto(resumed, extract);
      expect(await contents(resumed)).toEqual(whole);
    }
  });

  it('forgets what no longer leads to a home', async () => {
    await importInto(table, larchHouseExtract);
    await importInto(
      table,
      larchHouseExtract.replace('00047104', '00099104').replaceAll('Larch House', 'Rowan Court'),
    );
    expect((await directory.byReference(repairs, '00047104')).uprns).toEqual([]);
    expect((await directory.byReference(repairs, '00099104')).uprns).toEqual([flat4]);
    expect(await homesAt('4 Larch House')).toEqual([]);
    expect(await homesAt('4 Rowan Court')).toEqual([flat4]);
  });

  it('tells homes of one address apart by postcode, and otherwise answers with both', async () => {
    const elsewhere = '100000000001,"Flat 4, Larch House, High Street",M1 1AA,,,,,';
    await importInto(table, `${larchHouseExtract}\r\n${elsewhere}`);
    expect((await homesAt('4 Larch House')).toSorted()).toEqual(['100000000001', flat4]);
    expect(await homesAt('4 Larch House, M1 1AA')).toEqual(['100000000001']);
    expect(await homesAt('4 Larch House, SW1A 1AA')).toEqual([]);
  });

  it('reports a reference that two homes claim and keeps both', async () => {
    const report = await importInto(table, larchHouseExtract.replace('00047107', '00047104'));
    expect(report.shared).toEqual([{ system: 'repairs', reference: '00047104', uprns: [flat4, flat7] }]);
    expect((await directory.byReference(repairs, '00047104')).uprns.toSorted()).toEqual([flat4, flat7]);
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
      ...nothing,
      rows: 5,
      added: 1,
      rejected: [
        { row: 2, problems: ['uprn is not a UPRN of 1 to 12 digits'] },
        { row: 4, problems: ['address is empty', 'postcode is not a whole postcode'] },
        { row: 5, problems: ['UPRN 12 stands there twice; the first row holds'] },
        { row: 6, problems: ['the row does not have as many cells as there are headings'] },
      ],
    });
    expect(await homesAt('1 High Street')).toEqual(['12']);
  });

  it('refuses an extract with headings that nobody would read', async () => {
    await expect(importInto(table, 'uprn,address,repairs_refrence\n1,x,y')).rejects.toThrow(
      'The extract cannot be imported: Row 1, the headings: the column postcode is missing; the column "repairs_refrence" is not known',
    );
    expect(await contents(table)).toEqual([]);
  });

  it('imports more than one call can carry', async () => {
    const rows = Array.from({ length: 260 }, (_, index) => `${index + 1},${index + 1} High Street,M1 1AA`);
    const report = await importInto(table, ['uprn,address,postcode', ...rows].join('\n'));
    expect(report.added).toBe(260);
    expect(await directory.byPostcode('M1 1AA')).toHaveLength(260);
  });

  it('keeps a retired home and what leads to it, and leads from its successor back to it', async () => {
    await importInto(table, larchHouseExtract);
    const merged = '200000471199' as Uprn;
    const [headings, ...rows] = larchHouseExtract.split('\r\n');
    const extract = [
      `${headings},logical_status,successor_uprn`,
      ...rows.map(row => (/^2000004711(04|07)/.test(row) ? `${row},8,${merged}` : `${row},1,`)),
      `${merged},"Flat 4-7, Larch House, Linden Road",SE15 4PT,200000471100,1,A,00047199,,1,`,
    ].join('\r\n');
    expect(await importInto(table, extract)).toEqual({
      ...nothing,
      ...{ rows: 14, added: 1, unchanged: 11, retired: 2 },
    });
    expect((await directory.byReference(repairs, '00047104')).uprns).toEqual([flat4]);
    expect((await directory.placesOf([flat4])).get(flat4)).toMatchObject({
      status: 'retired',
      succeededBy: [merged],
      references: { repairs: ['00047104'] },
    });
    const found = await placesWithSuccessors(directory, [flat4, flat7]);
    expect([...found.keys()].toSorted()).toEqual([flat4, flat7, merged]);
    expect((await directory.predecessorsOf(merged)).toSorted()).toEqual([flat4, flat7]);
    expect(await directory.predecessorsOf(flat4)).toEqual([]);
  });

  it('goes on leading to a retired home by what systems called it, unless the extract says otherwise', async () => {
    await importInto(table, larchHouseExtract);
    const retired = (reference: string) =>
      `uprn,address,postcode,logical_status,repairs_reference\n${flat4},"Flat 4, Larch House",,8,${reference}`;
    expect(await importInto(table, retired(''))).toMatchObject({ retired: 1 });
    expect(await importInto(table, retired(''))).toMatchObject({ unchanged: 1 });
    expect((await directory.byReference(repairs, '00047104')).uprns).toEqual([flat4]);
    expect(await importInto(table, retired('GONE'))).toMatchObject({ changed: 1 });
    expect((await directory.byReference(repairs, '00047104')).uprns).toEqual([]);
    expect((await directory.byReference('leaks' as SystemName, 'LARCH HO/FLAT 4')).uprns).toEqual([flat4]);
  });

  it('finds a home by every address that it has or had', async () => {
    const extract = [
      'UPRN,SAON,PAON,STREET,TOWN,POSTCODE,LOGICAL_STATUS',
      '12,FLAT 2,ELM COURT,QUAY STREET,LEEDS,LS1 1AA,3',
      '12,FLAT B,14,QUAY STREET,LEEDS,LS1 1AA,1',
      '12,2,SEAMENS HOME,QUAY STREET,LEEDS,LS1 1AA,8',
    ].join('\n');
    const report = await importInto(table, extract);
    expect(report).toEqual({ ...nothing, rows: 3, added: 1, alternatives: 2 });
    expect(await homesAt('Flat 2, Elm Court')).toEqual(['12']);
    expect(await homesAt('2 Seamens Home')).toEqual(['12']);
    expect((await directory.placesOf(['12' as Uprn])).get('12' as Uprn)).toMatchObject({
      address: 'FLAT B, 14 QUAY STREET, LEEDS',
      alternativeAddresses: ['FLAT 2, ELM COURT, QUAY STREET, LEEDS', '2, SEAMENS HOME, QUAY STREET, LEEDS'],
    });
  });

  it('reports a successor that nobody knows, and knows one from an earlier extract', async () => {
    await importInto(table, larchHouseExtract);
    const extract = [
      'uprn,address,postcode,logical_status,successor_uprn',
      `12,1 High Street,M1 1AA,8,99|${flat4}`,
    ];
    const report = await importInto(table, extract.join('\n'));
    expect(report).toMatchObject({ added: 1, unknownSuccessors: [{ uprn: '12', successor: '99' }] });
  });
});

describe('a full extract', () => {
  const heading = 'uprn,address,postcode';
  const home = (number: number) => `${number},${number} High Street,M1 1AA`;
  const homes = Array.from({ length: 100 }, (_, index) => home(index + 1));
  const full = { acceptMissing: undefined };
  let table: Table;
  beforeEach(async () => {
    table = await newTable();
    await importInto(table, [heading, ...homes].join('\n'), full);
  });
  const extract = (rows: readonly string[]) => [heading, ...rows].join('\n');

  it('retires the few homes that it no longer has, once, and takes them back', async () => {
    expect(await importInto(table, extract(homes.slice(2)))).toEqual({ ...nothing, rows: 98, unchanged: 98 });
    const retiring = { ...nothing, rows: 98, unchanged: 98, retired: 2 };
    expect(await importInto(table, extract(homes.slice(2)), full)).toEqual(retiring);
    const places = await makeDirectory(table).placesOf(['1', '2', '3'] as Uprn[]);
    expect([...places.values()].map(({ uprn, status }) => [uprn, status]).toSorted()).toEqual([
      ['1', 'retired'],
      ['2', 'retired'],
      ['3', 'approved'],
    ]);
    const again = await importInto(table, extract(homes.slice(2)), full);
    expect(again).toEqual({ ...nothing, rows: 98, unchanged: 98 });
    expect(await importInto(table, extract(homes), full)).toMatchObject({ changed: 2, unchanged: 98 });
  });

  it('is refused with the figures when many are missing, unless somebody says exactly how many', async () => {
    const before = await contents(table);
    const truncated = [...homes.slice(0, 89), home(500)];
    const refusal =
      'The extract names 90 homes, and 11 of the 100 that the directory knows are not in it: it may be truncated. ' +
      'Nothing was written. If those homes are gone, say so: --accept-missing 11';
    for (const acceptMissing of [undefined, 10, 12])
      await expect(importInto(table, extract(truncated), { acceptMissing })).rejects.toThrow(refusal);
    expect(await contents(table)).toEqual(before);
    const report = await importInto(table, extract(truncated), { acceptMissing: 11 });
    expect(report).toMatchObject({ added: 1, unchanged: 89, retired: 11 });
  });

  it('is refused when rows without a UPRN could be the missing homes; a row that is wrong otherwise is no gap', async () => {
    const wrong = [...homes.slice(0, 98), '99,,M1 1AA'];
    await expect(importInto(table, extract([...wrong, 'x,1 A,']), full)).rejects.toThrow(
      '1 of its rows have no UPRN that can be read, and 1 of the 100 homes that the directory knows are not in it',
    );
    expect(await importInto(table, extract([...wrong, home(100)]), full)).toMatchObject({
      unchanged: 99,
      retired: 0,
    });
  });
});
