import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allTables } from '../../../../functions/shell/tables/all-tables.ts';

const folder = new URL('../../../../functions/shell/tables/', import.meta.url);
const folderOf = (name: string) => name.toLowerCase();

/** The modules of a table's folder that call DynamoDB, by themselves or through what all tables share. */
function callersIn(table: string): string[] {
  const files = readdirSync(new URL(`${table}/`, folder)).filter(file => file.endsWith('.ts'));
  return files
    .filter(file => {
      const text = readFileSync(new URL(`${table}/${file}`, folder), 'utf8');
      return /\bnew \w+Command\(|\b(batchGet|batchWrite|paginateQuery|streamRow)\(/.test(text);
    })
    .map(file => `${table}/${file}`);
}

it('every table has a folder of its own, and every folder is of a table', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const advice = 'a table is one folder, and one line in functions/shell/tables/all-tables.ts';
  expect(allTables.map(({ table }) => folderOf(table.name)).sort(), advice).toEqual(
    folders.map(({ name }) => name).sort(),
  );
});

it('every module that calls DynamoDB is named among the ways in which tables are reached', () => {
  const named = new Set(allTables.flatMap(({ use }) => use.access.map(({ module }) => module)));
  const callers = allTables.flatMap(({ table }) => callersIn(folderOf(table.name)));
  expect(callers.length).toBeGreaterThan(20);
  const advice = 'say in use.ts of its folder what it reads or writes, and by which key';
  expect(
    callers.filter(module => !named.has(module)),
    advice,
  ).toEqual([]);
});

it.each(allTables)(
  '$table.name: every index is read by somebody, and none is read that is not declared',
  one => {
    const read = one.use.access.flatMap(({ index }) => index ?? []);
    expect([...new Set(read)].sort()).toEqual(Object.keys(one.table.indexes).sort());
  },
);

it.each(allTables)('$table.name: an index has the name under which it is declared', ({ table }) => {
  expect(Object.values(table.indexes).map(({ name }) => name)).toEqual(Object.keys(table.indexes));
});
