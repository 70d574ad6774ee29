import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Api } from './api.ts';
import type { Bus } from './bus.ts';
import type { Contract } from './contract.ts';
import type { FlagCodes } from './flag-codes.ts';
import type { Schema } from './schema.ts';
import { without } from './without.ts';

/** How deep a file is parted into lines: one for each event, flag, message and path. */
const depths = { events: 1, flags: 1, bus: 3, api: 2 } as const;
const examples: ReadonlySet<string> = new Set(['example', 'examples']);

/**
 * The contract as it was released last, kept in a folder of the repository: a clone need not have the tag.
 *
 * @param folder its URL, with a slash at the end
 */
export function readReleased(folder: URL): Contract {
  const [events, flags, bus, api] = Object.keys(depths).map(name =>
    JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
  ) as [Record<string, Schema>, FlagCodes, Bus, Api];
  return { events: new Map(Object.entries(events)), flags, bus, api };
}

/** Writes a contract down as the release, without its examples. */
export function writeReleased(folder: URL, { events, flags, bus, api }: Contract): void {
  mkdirSync(folder, { recursive: true });
  const contract = { events: Object.fromEntries(events), flags, bus, api };
  for (const [name, depth] of Object.entries(depths)) {
    const part = without(contract[name as keyof typeof depths], examples);
    writeFileSync(new URL(`${name}.json`, folder), `${linesOf(part, depth)}\n`);
  }
}

/** JSON with a line for each entry of its outermost objects and lists, so that a difference is seen. */
function linesOf(value: unknown, depth: number): string {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const lines = Object.entries(value).map(([key, part]) =>
    Array.isArray(value) ? linesOf(part, depth - 1) : `${JSON.stringify(key)}:${linesOf(part, depth - 1)}`,
  );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${close}`;
}
