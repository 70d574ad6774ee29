import { secondsAfter } from '../../core/time/instants.ts';
import { HubError, isRefusedForGood } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { FileRecord } from '../../shell/tables/files/file-record.ts';
import { changeContentType, changeReader } from '../item/snapshot-change.ts';
import type { FilesDeps } from './deps.ts';
import { Unreadable } from './file-text.ts';
import { objectKeysOf } from './object-keys.ts';
import { changePieces, eventPieces, uploadedItems } from './pieces.ts';
import { commitSnapshot } from './snapshot/commit-snapshot.ts';
import { writeResults } from './write-results.ts';

/** One invocation's turn at a file: which message, how many seconds at the most, and whether there is time for more. */
export interface Turn {
  messageId: string;
  seconds: number;
  hasTime: () => boolean;
}

/**
 * Processes a file from wherever the last turn got to; a file that is finished or held is left as it is, so that the same
 * message may come any number of times (idempotent). When the time runs out, the file is enqueued again.
 * @throws {HubError} when another message holds the lease, or when the bus, the bucket or a table failed: the queue
 *   retries.
 */
export async function processFile(fileId: string, turn: Turn, deps: FilesDeps): Promise<void> {
  const found = await deps.files.find(fileId);
  if (found === undefined)
    throw new HubError(`Nobody asked for a link for file ${fileId}`, { retryable: false });
  if (found.state === 'done' || found.state === 'refused' || found.state === 'held') return;
  const file = await claimed(found, turn, deps);
  const { file: reached, finished } = await processRest(file, turn, deps);
  if (reached.state === 'held') return;
  if (finished) return await finish(reached, deps);
  await deps.files.save({ ...reached, claim: undefined });
  await deps.enqueue(fileId);
}

/**
 * Takes the lease (`claim`) of a file. The same message again means that its last turn has ended, whatever it got
 * to. Another message has to wait until the lease is over.
 */
async function claimed(file: FileRecord, { messageId, seconds }: Turn, deps: FilesDeps): Promise<FileRecord> {
  const at = deps.now();
  const { claim } = file;
  if (claim !== undefined && claim.by !== messageId && claim.until > at) {
    throw new HubError(`Another message holds the lease of file ${file.fileId}`, { retryable: true });
  }
  return await deps.files.save({
    ...file,
    state: 'processing',
    claim: { by: messageId, until: secondsAfter(at, seconds) },
  });
}

/** What is wrong with a file for good ends it: its sender is told, and nobody works on it again. */
async function processRest(file: FileRecord, turn: Turn, deps: FilesDeps): ReturnType<typeof writeResults> {
  try {
    return await (file.kind === 'events' ? takeEvents(file, turn, deps) : takeSnapshot(file, turn, deps));
  } catch (error) {
    const problem = lastingProblem(error);
    if (problem === undefined) throw error;
    // Read again: what was dealt with before the problem stands.
    return { file: { ...((await deps.files.find(file.fileId)) ?? file), problem }, finished: true };
  }
}

function lastingProblem(error: unknown): string | undefined {
  if (error instanceof Unreadable) return error.message;
  if (!isRefusedForGood(error)) return undefined;
  return 'The hub can never keep what this file says from here on; what `counts` has was dealt with';
}

async function takeEvents(file: FileRecord, turn: Turn, deps: FilesDeps): ReturnType<typeof writeResults> {
  const { adapter, objects } = deps;
  const keys = objectKeysOf(adapter.manifest.system);
  const items = uploadedItems(objects, keys.upload(file.fileId), file.contentType);
  const pieces = eventPieces(items, adapter);
  return await writeResults(file, pieces, { ...deps, contentType: 'application/json' }, turn.hasTime);
}

async function takeSnapshot(file: FileRecord, turn: Turn, deps: FilesDeps): ReturnType<typeof writeResults> {
  const { adapter, objects } = deps;
  const keys = objectKeysOf(adapter.manifest.system);
  const committed = file.sequence === undefined ? await commitSnapshot(file, deps) : file;
  if (committed.state === 'held') return { file: committed, finished: false };
  const pieces = changePieces(objects, keys.changes(file.fileId), committed);
  const reader = { ...adapter, ...changeReader(adapter) };
  return await writeResults(
    committed,
    pieces,
    { ...deps, adapter: reader, contentType: changeContentType },
    turn.hasTime,
  );
}

/** The result is one file; what it was put together from, and the snapshot before this one, are not needed any more. */
async function finish(file: FileRecord, deps: FilesDeps): Promise<void> {
  const keys = objectKeysOf(deps.adapter.manifest.system);
  const result = await deps.objects.join(keys.result(file.fileId), file.parts);
  if (file.replaces !== undefined) await deps.objects.remove(file.replaces);
  const state = file.problem === undefined ? 'done' : 'refused';
  await deps.files.save({ ...file, state, result, parts: [], finishedAt: deps.now(), claim: undefined });
  logLine(logLines.fileFinished, { fileId: file.fileId, state, counts: file.counts });
}
