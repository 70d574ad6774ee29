import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { News, Payload } from './news.ts';
import { readSheets } from './sheet.ts';

/** Reads a story's folder: a file for each system in its own format, and from them everything the hub hears, in order. */
export function readStory(folder: string): News[] {
  const news = readdirSync(folder)
    .filter(name => /\.(json|csv)$/.test(name) && name !== 'gazetteer.csv')
    .flatMap(name => readFile(path.join(folder, name)));
  return news.sort((a, b) => a.heardAt.getTime() - b.heardAt.getTime());
}

function readFile(file: string): News[] {
  const { name: system, ext } = path.parse(file);
  const text = readFileSync(file, 'utf8');
  if (ext === '.csv')
    return readSheets(text).map(({ heardAt, ...sheet }) => ({ heardAt, system, payload: sheet }));
  const entries = JSON.parse(text) as { heardAt: string; payload: unknown }[];
  return entries.map(({ heardAt, payload }) => ({
    heardAt: new Date(heardAt),
    system,
    payload: { kind: 'json', items: [payload] },
  }));
}

/** What a system posts: JSON, or CSV as Excel writes it, with a byte-order mark and CRLF. */
export function requestOf(payload: Payload): { contentType: string; body: string } {
  if (payload.kind === 'sheet') {
    return { contentType: 'text/csv', body: `\ufeff${[payload.headings, ...payload.rows].join('\r\n')}\r\n` };
  }
  const [only, ...others] = payload.items;
  return {
    contentType: 'application/json',
    body: JSON.stringify(others.length === 0 ? only : payload.items),
  };
}
