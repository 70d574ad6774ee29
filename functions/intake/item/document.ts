import type { Adapter } from '../../adapters/contract.ts';
import { readJson } from '../../shell/http/json.ts';
import { type RepeatedKey, repeatedKeys } from '../../shell/http/repeated-keys.ts';
import { type Document, isNestedDeeperThan, maximumNesting, type NumberedItem } from './numbered-item.ts';
import { repeatedProblem } from './repeated.ts';
import { readSheet } from './sheet.ts';
import { unwrapped } from './unwrapped.ts';

/** How many items the hub takes at once, so that it can answer in time. */
export const maximumItems = 1_000;

type Reader = Pick<Adapter, 'itemsOf' | 'problemWithHeadings'>;

/** Takes a document of an accepted media type apart into the system's items. */
export function readDocument(text: string, essence: string, adapter: Reader): Document {
  if (text.trim() === '') return { ok: false, detail: 'The body is empty' };
  const document = essence === 'text/csv' ? readRows(text, adapter) : readJsonItems(text, adapter);
  if (!document.ok || document.items.length > 0) return document;
  return { ok: false, detail: 'The body holds no items' };
}

function readRows(text: string, { itemsOf, problemWithHeadings }: Reader): Document {
  const sheet = readSheet(text, problemWithHeadings);
  if (!sheet.ok) return sheet;
  const items = sheet.items.flatMap(row => itemsOf(row.item).map(item => ({ ...row, item })));
  return { ok: true, items };
}

/** The items of an array are numbered by their place in it; so are those that are wrapped into one document. */
function readJsonItems(text: string, { itemsOf }: Reader): Document {
  const json = readJson(text);
  if (!json.ok)
    return { ok: false, detail: `The body is not JSON: it goes wrong at ${placeOf(text, json.position)}` };
  if (isNestedDeeperThan(json.value, maximumNesting))
    return { ok: false, detail: `The JSON is nested deeper than ${maximumNesting} levels` };
  const repeated = Map.groupBy(repeatedKeys(text), ({ path }) => path[0]);
  if (!Array.isArray(json.value)) {
    const [wrong] = [...repeated.values()].flat().map(repeatedProblem);
    if (wrong !== undefined)
      return { ok: false, detail: `${wrong.message}, at ${wrong.path}: send each key once` };
    return {
      ok: true,
      items: itemsIn(json.value, itemsOf).map((item, index) => ({ ...item, row: index + 1 })),
    };
  }
  const items = json.value.flatMap((element, index): NumberedItem[] => {
    const wrong = repeated.get(index);
    const row = index + 1;
    if (wrong?.[0] === undefined) return itemsIn(element, itemsOf).map(item => ({ ...item, row }));
    const within = (one: RepeatedKey) => repeatedProblem({ ...one, path: one.path.slice(1) });
    // As it came: of the two values of the key the parsed one has only one.
    return [{ row, item: text.slice(...wrong[0].within).trim(), problems: wrong.map(within) }];
  });
  return { ok: true, items };
}

/** What a document says, out of what it was wrapped in on its way and by its system. */
export function itemsIn(document: unknown, itemsOf: Adapter['itemsOf']): Omit<NumberedItem, 'row'>[] {
  return unwrapped(document).flatMap(one =>
    one.problems === undefined ? itemsOf(one.item).map(item => ({ item })) : [one],
  );
}

function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `position ${position} (line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1})`;
}
