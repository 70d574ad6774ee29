import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { logLine } from '../../../shell/log.ts';
import { logLines } from '../../../shell/log-lines.ts';
import type { FileRecord } from '../../../shell/tables/files/file-record.ts';
import { reportHeadings } from '../../item/report-unknown.ts';
import type { FilesDeps } from '../deps.ts';
import { Unreadable } from '../file-text.ts';
import { objectKeysOf } from '../object-keys.ts';
import { uploadedItems } from '../pieces.ts';
import { type Comparison, compare } from './compare.ts';
import type { Kept } from './differences.ts';
import { problemWithHeadings, unknownHeadings } from './headings.ts';
import { holdOf } from './hold.ts';
import { storedLines } from './stored-lines.ts';

/**
 * Compares a snapshot with the last one of its feed and commits what has changed: from then on its changes only have to
 * be published, and the next snapshot is compared with this one, whatever becomes of the publishing.
 * @returns the file with a `sequence`; or held, with the figures and nothing committed.
 * @throws {Unreadable} when it is no sheet, has not the feed's headings, is no feed of the system's, or older than the last.
 */
export async function commitSnapshot(file: FileRecord, deps: FilesDeps): Promise<FileRecord> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lintel-snapshot-'));
  try {
    return await commitIn(folder, file, deps);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function commitIn(folder: string, file: FileRecord, deps: FilesDeps): Promise<FileRecord> {
  const { adapter, objects, files } = deps;
  const keys = objectKeysOf(adapter.manifest.system);
  const name = file.feed ?? '';
  const [feed, manifest] = [adapter.snapshots?.[name], adapter.manifest.snapshots?.[name]];
  if (feed === undefined || manifest === undefined)
    throw new Unreadable(`There is no snapshot called ${name}`);
  const last = await files.findFeed(name);
  if (last !== undefined && last.takenAt >= file.registeredAt) {
    throw new Unreadable(`A later snapshot was taken already: that of ${last.takenAt}`);
  }
  const items = uploadedItems(objects, keys.upload(file.fileId), file.contentType, headings => {
    const problem = problemWithHeadings(headings, feed);
    if (problem === undefined) reportHeadings(adapter.manifest.system, name, unknownHeadings(headings, feed));
    return problem;
  });
  const before = last === undefined ? nothing() : storedLines<Kept>(objects, last.key);
  const comparison = await compare(items, feed, before, { folder, seenAt: file.registeredAt });
  const held =
    file.believed === undefined ? holdOf(comparison, last?.rows ?? 0, manifest.heldBelow) : undefined;
  if (held !== undefined) {
    logLine(logLines.snapshotHeld, { fileId: file.fileId, feed: name, ...held });
    return await files.save({ ...file, state: 'held', held, claim: undefined });
  }
  const sequence = (last?.sequence ?? 0) + 1;
  const key = keys.snapshot(`${name}/${file.fileId}-${deps.newId()}`);
  await objects.writeFile(key, comparison.kept.file);
  await objects.writeFile(keys.changes(file.fileId), comparison.changesFile);
  const { fileId, registeredAt: takenAt } = file;
  return await files.save(
    { ...file, sequence, counts: countsOf(comparison), ...(last && { replaces: last.key }) },
    { name, from: last?.sequence ?? 0, to: { sequence, fileId, takenAt, key, rows: comparison.kept.rows } },
  );
}

function countsOf({
  rows,
  is: { rejected: _rejected, absent: _absent, ...is },
}: Comparison): FileRecord['counts'] {
  return { rows, ...is, accepted: 0, rejected: 0, quarantined: 0 };
}

async function* nothing(): AsyncGenerator<Kept> {}
