import type * as z from 'zod';

/** An item that is not what its table's schema says. The message names the table, the key and the wrong paths, no value. */
export class DamagedItem extends Error {
  override readonly name = 'DamagedItem';
}

/**
 * Reads an item of a table.
 * @throws {DamagedItem} when the item is not what the schema says.
 */
export function readItem<S extends z.ZodType>(
  tableName: string,
  schema: S,
  item: Readonly<Record<string, unknown>>,
): z.output<S> {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const paths = new Set(parsed.error.issues.map(({ path }) => path.map(plainStep).join('.')));
  const key = `${item['pk'] ?? '?'} ${item['sk'] ?? '?'}`;
  throw new DamagedItem(`Table ${tableName}, item ${key}: wrong at ${[...paths].join(', ')}`);
}

/** Attributes have plain names. A key of a map may be a reference or a name that a system chose: it is not repeated. */
function plainStep(step: PropertyKey): string {
  return typeof step === 'number' || /^[a-z][A-Za-z]{0,30}$/.test(String(step)) ? String(step) : '*';
}
