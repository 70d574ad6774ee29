import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type SystemEvent, systemEventSchema } from '../../../schemas/catalogue.ts';

/** What the archive of a release folds to, and why that is not what it was before. */
export interface Folded {
  /** The latest first. */
  readonly because: readonly { readonly on: string; readonly why: string }[];
  readonly digests: Readonly<Record<string, string>>;
}

const [archiveFile, foldedFile] = ['archive.jsonl', 'folded.json'].map(name =>
  path.join(import.meta.dirname, name),
) as [string, string];

/** The captured archive. @throws where an event of it can be read no more */
export function readArchive(): SystemEvent[] {
  const lines = readFileSync(archiveFile, 'utf8').trimEnd().split('\n');
  return lines.map(line => systemEventSchema.parse(JSON.parse(line)));
}

/** Keeps an archive in place of the captured one: an event a line. */
export function writeArchive(archive: readonly SystemEvent[]): void {
  writeFileSync(archiveFile, archive.map(event => `${JSON.stringify(event)}\n`).join(''));
}

/** What the captured archive folded to when it was folded last. */
export function readFolded(): Folded {
  return JSON.parse(readFileSync(foldedFile, 'utf8'));
}

/** Keeps what the captured archive folds to now. */
export function writeFolded(folded: Folded): void {
  writeFileSync(foldedFile, `${JSON.stringify(folded, null, 2)}\n`);
}
