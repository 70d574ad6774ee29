import { randomBytes } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeDestroyKey } from '../../functions/shell/tables/keys/key-eraser.ts';
import { makeObtainKeys } from '../../functions/shell/tables/keys/key-maker.ts';
import { makeReadKeys } from '../../functions/shell/tables/keys/key-reader.ts';
import { instant } from '../support/events.ts';
import { newTable } from './support/tables.ts';

const ada = 'person/tenancy:p-ada';
const home = 'property/200000471104/2026';
const erasure = { at: instant('2026-11-16T08:00:00Z'), reason: 'SAR 12' };

let table: Table;
beforeEach(async () => {
  table = await newTable();
});
const stored = async () =>
  (await table.client.send(new ScanCommand({ TableName: table.tableName }))).Items ?? [];
const obtain = () => makeObtainKeys(table, count => randomBytes(count));
const destroy = (name: string) => makeDestroyKey(table)(name, erasure);

it('a name has one key for good, of 256 bits, and another name has another', async () => {
  const first = await obtain()([ada, home, ada]);
  expect([...first.keys()].sort()).toEqual([ada, home]);
  expect(first.get(ada)?.key).toHaveLength(32);
  expect(first.get(ada)?.key).not.toEqual(first.get(home)?.key);
  expect(await obtain()([ada, home])).toEqual(first);
  expect(await makeReadKeys(table)([ada, 'person/x:never'])).toEqual(
    new Map([[ada, { ...first.get(ada), erasures: [] }]]),
  );
});

it('many who want the keys of the same names at the same time all get the same', async () => {
  const names = Array.from({ length: 120 }, (_, number) => `person/tenancy:p-${number}`);
  const all = await Promise.all(Array.from({ length: 6 }, () => obtain()(names)));
  for (const keys of all) expect(keys).toEqual(all[0]);
  expect(await stored()).toHaveLength(120);
});

it('a key that was destroyed is nowhere, and when and why stays; the next is another, of the next generation', async () => {
  const { key } = (await obtain()([ada])).get(ada) ?? {};
  expect(await destroy(ada)).toBe(true);
  expect(await destroy(ada)).toBe(false);
  const [item] = await stored();
  expect(item).toEqual({
    pk: `KEY#${ada}`,
    sk: 'KEY',
    generation: 1,
    erasures: [{ generation: 1, ...erasure }],
  });
  const next = (await obtain()([ada])).get(ada);
  expect(next).toMatchObject({ name: ada, generation: 2 });
  expect(next?.key).not.toEqual(key);
  expect(await destroy(ada)).toBe(true);
  expect((await makeReadKeys(table)([ada])).get(ada)).toMatchObject({
    generation: 2,
    erasures: [{ generation: 1 }, { generation: 2 }],
  });
});

it('who destroys and who needs a key at the same time leave one that can be read, or none', async () => {
  await obtain()([ada]);
  const [, keys] = await Promise.all([destroy(ada), ...Array.from({ length: 4 }, () => obtain()([ada]))]);
  const known = (await makeReadKeys(table)([ada])).get(ada);
  const given = keys?.get(ada);
  expect(known?.generation).toBeGreaterThanOrEqual(given?.generation ?? 0);
  if (given?.generation === known?.generation && known?.key !== undefined)
    expect(known.key).toEqual(given?.key);
});
