import type { Adapter } from '../adapters/contract.ts';
import { readJson } from '../shell/http/json.ts';
import type { Document } from './numbered-item.ts';
import { readSheet } from './sheet.ts';

/** How many items the hub takes at once, so that it can answer in time. */
export const maximumItems = 1_000;

/** Takes a document of an accepted media type apart into the system's items. */
export function readDocument(text: string, essence: string, { itemsOf }: Pick<Adapter, 'itemsOf'>): Document {
  if (text.trim() === '') return { ok: false, detail: 'The body is empty' };
  const document = essence === 'text/csv' ? readSheet(text) : readJsonDocument(text);
  if (!document.ok) return document;
  const items = document.items.flatMap(({ item, ...numbered }) =>
    itemsOf(item).map(one => ({ ...numbered, item: one })),
  );
  return items.length === 0 ? { ok: false, detail: 'The body holds no items' } : { ok: true, items };
}

function readJsonDocument(text: string): Document {
  const json = readJson(text);
  if (!json.ok)
    return { ok: false, detail: `The body is not JSON: it goes wrong at ${placeOf(text, json.position)}` };
  const items: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  return { ok: true, items: items.map((item, index) => ({ row: index + 1, item })) };
}

function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `position ${position} (line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1})`;
}
