import type { Adapter } from '../../adapters/contract.ts';
import { readJson } from '../../shell/http/json.ts';
import { type Document, isNestedDeeperThan, maximumNesting } from './numbered-item.ts';
import { readSheet } from './sheet.ts';

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

/** The items of an array are numbered by their place in it; so are those that the system wraps into one document. */
function readJsonItems(text: string, { itemsOf }: Reader): Document {
  const json = readJson(text);
  if (!json.ok)
    return { ok: false, detail: `The body is not JSON: it goes wrong at ${placeOf(text, json.position)}` };
  if (isNestedDeeperThan(json.value, maximumNesting))
    return { ok: false, detail: `The JSON is nested deeper than ${maximumNesting} levels` };
  const items = Array.isArray(json.value)
    ? json.value.flatMap((element, index) => itemsOf(element).map(item => ({ row: index + 1, item })))
    : itemsOf(json.value).map((item, index) => ({ row: index + 1, item }));
  return { ok: true, items };
}

function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `position ${position} (line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1})`;
}
