import { allTables } from '../functions/shell/tables/all-tables.ts';
import type {
  AccessPattern,
  IndexDeclaration,
  TableDeclaration,
  TableUse,
} from '../functions/shell/tables/table.ts';
import { isCommand, type UsersOf } from './module-users.ts';
import type { May } from './table-permissions.ts';

/** Who has which module, and what each function may do. */
interface Facts {
  usersOf: UsersOf;
  may: May;
}

const introduction = `# Tables

Written by \`npm run generate\` from each table’s \`table.ts\` and \`use.ts\`: change those. \`keys.ts\` beside
them makes the keys, \`items.ts\` (or \`item.ts\`, \`file-record.ts\`) has the schemas by which every item is checked as it is
read. A function stands in the last column when the module that reads or writes so is in its bundle and its role allows it;
operators’ commands run with the rights of whoever runs them.`;

/**
 * The page that describes all tables, in Markdown.
 * @throws {Error} naming a way to reach a table that nobody has and may use.
 */
export function tablesPage(facts: Facts): string {
  return `${[introduction, ...allTables.flatMap(one => tableSection(one, facts))].join('\n\n')}\n`;
}

function tableSection({ table, use }: { table: TableDeclaration; use: TableUse }, facts: Facts): string[] {
  const indexes = Object.values(table.indexes);
  const items = use.items.map(({ partition, sort, holds }) => [code(partition), code(sort), holds]);
  const access = use.access.map(pattern => [
    pattern.what,
    pattern.by.join(', ') + (pattern.index === undefined ? '' : ` of ${code(pattern.index)}`),
    pattern.key.replaceAll('<', '\\<'),
    usersOf(table.name, pattern, facts).map(code).join(', '),
  ]);
  return [
    `## ${table.name}`,
    `${table.holds} ${propertiesOf(table)}`,
    ...(indexes.length === 0 ? [] : [grid(['index', 'key', 'shows', 'holds'], indexes.map(indexRow))]),
    grid(['partition', 'sort', 'item'], items),
    grid(['what', 'by', 'key', 'who'], access),
  ];
}

function propertiesOf({ partitionKey, sortKey, expiry, stream }: TableDeclaration): string {
  return [
    `Key: ${code(partitionKey)}, ${code(sortKey)}.`,
    ...(expiry === undefined ? [] : [`Items expire by ${code(expiry)}.`]),
    ...(stream === undefined ? [] : ['A stream shows every new image.']),
  ].join(' ');
}

function indexRow({ name, partitionKey, sortKey, shows, holds }: IndexDeclaration): string[] {
  const shown = typeof shows === 'string' ? shows : shows.map(code).join(', ');
  return [code(name), `${code(partitionKey)}, ${code(sortKey)}`, shown, holds];
}

function usersOf(table: string, { what, by, index, module }: AccessPattern, facts: Facts): string[] {
  const users = facts
    .usersOf(`shell/tables/${module}`)
    .filter(name => isCommand(name) || by.every(operation => facts.may(name, operation, { table, index })));
  if (users.length === 0)
    throw new Error(
      `${table}: nobody has and may use ${module} for: ${what}. Have a handler import it, and allow its function the operations in infra/.`,
    );
  return users;
}

function code(text: string): string {
  return `\`${text}\``;
}

function grid(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
