import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Adapter, EventDraft, HappenedAt, Problem } from '../../functions/adapters/contract.ts';
import { readDocument } from '../../functions/intake/item/document.ts';
import { translate } from '../../functions/intake/item/translate.ts';
import { instant } from './events.ts';
import { requiredFile } from './required-file.ts';

const folder = new URL('../../functions/adapters/', import.meta.url);

/** What a sample must become: its events, its problems, or both where it is a batch. */
export interface Understood {
  drafts?: EventDraft[];
  problems?: Problem[];
}

export interface Sample {
  name: string;
  text: string;
  essence: 'text/csv' | 'application/json';
  expected: Understood;
}

/** The folders that are a system's: those with a manifest. */
export function systemFolders(): string[] {
  return readdirSync(folder).filter(name => existsSync(new URL(`${name}/manifest.ts`, folder)));
}

const expectations = 'write { "drafts": [ … ] } or { "problems": [ … ] }: what the sample must become';

/** The samples of a system, each beside what it must become. */
export function samplesOf(system: string): Sample[] {
  const samples = new URL(`${system}/samples/`, folder);
  if (!existsSync(samples))
    throw new Error(`functions/adapters/${system}/samples is missing: put real payloads there`);
  const names = readdirSync(samples).filter(name => !name.endsWith('.expected.json'));
  return names.map(name => ({
    name,
    text: readFileSync(new URL(name, samples), 'utf8'),
    essence: name.endsWith('.csv') ? 'text/csv' : 'application/json',
    expected: JSON.parse(
      requiredFile(new URL(name.replace(/\.\w+$/, '.expected.json'), samples), expectations),
    ),
  }));
}

/** The types of events that the code of a system's adapter names: what it could ever make. Its manifest declares them. */
export function typesNamedBy(system: string): string[] {
  const own = new URL(`${system}/`, folder);
  const files = readdirSync(own, { recursive: true, encoding: 'utf8' });
  const code = files.filter(name => name.endsWith('.ts') && name !== 'manifest.ts');
  const named = code.flatMap(
    name => readFileSync(new URL(name, own), 'utf8').match(/\bhousing\.[a-z-]+\.[a-z-]+\.v\d+\b/g) ?? [],
  );
  return [...new Set(named)].toSorted();
}

/** The items that a sample holds, taken apart as `receive` does. */
export function itemsIn({ name, text, essence }: Sample, adapter: Adapter) {
  const document = readDocument(text, essence, adapter);
  if (!document.ok) throw new Error(`${name}: ${document.detail}`);
  return document.items;
}

/** When every sample is heard: the time of what bears none. */
const heard: HappenedAt = { at: instant('2025-06-02T07:42:00Z'), basis: 'heard' };

/** What the adapter makes of a sample. */
export function understood(sample: Sample, adapter: Adapter): Understood {
  const items = itemsIn(sample, adapter).map(item => translate(item, adapter, heard));
  const drafts = items.flatMap(item => ('drafts' in item ? item.drafts : []));
  const problems = items.flatMap(item => ('drafts' in item ? [] : (item.problems ?? [])));
  return problems.length === 0 ? { drafts } : { problems, ...(drafts.length > 0 && { drafts }) };
}
