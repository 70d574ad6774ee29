import { HubError } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { FileRecord } from '../../shell/tables/files/file-record.ts';
import { changeContentType, changeReader } from '../item/snapshot-change.ts';
import type { FilesDeps } from './deps.ts';
import { later } from './later.ts';
import { placesOf } from './object-keys.ts';
import { changePieces, eventPieces, uploadedItems } from './pieces.ts';
import { settle } from './snapshot/commit-snapshot.ts';
import { Unreadable } from './unreadable.ts';
import { tell } from './write-results.ts';

/** Who is told to work: by which message, how long at the most, and whether there is time for more. */
export interface Turn {
  messageId: string;
  seconds: number;
  hasTime: () => boolean;
}

/**
 * Works a file off from wherever it stands; a file that is finished or held is left as it is, so that the same message
 * may come any number of times. When the time runs out, the file is put back into the queue.
 * @throws {HubError} when somebody else is at it, or when the bus, the bucket or a table failed: the queue tries again.
 */
export async function work(fileId: string, turn: Turn, deps: FilesDeps): Promise<void> {
  const found = await deps.files.find(fileId);
  if (found === undefined)
    throw new HubError(`Nobody asked for a link for file ${fileId}`, { retryable: false });
  if (found.state === 'done' || found.state === 'refused' || found.state === 'held') return;
  const file = await claimed(found, turn, deps);
  const { file: reached, finished } = await workOff(file, turn, deps);
  if (reached.state === 'held') return;
  if (finished) return await finish(reached, deps);
  await deps.files.save({ ...reached, claim: undefined });
  await deps.enqueue(fileId);
}

/** The same message again means that its last turn has ended, whatever it got to. Another message has to wait for that. */
async function claimed(file: FileRecord, { messageId, seconds }: Turn, deps: FilesDeps): Promise<FileRecord> {
  const at = deps.now();
  const { claim } = file;
  if (claim !== undefined && claim.by !== messageId && claim.until > at) {
    throw new HubError(`Somebody is at work on file ${file.fileId}`, { retryable: true });
  }
  return await deps.files.save({
    ...file,
    state: 'processing',
    claim: { by: messageId, until: later(at, seconds) },
  });
}

async function workOff(file: FileRecord, turn: Turn, deps: FilesDeps): ReturnType<typeof tell> {
  const { adapter, objects } = deps;
  const places = placesOf(adapter.manifest.system);
  if (file.kind === 'events') {
    const items = uploadedItems(objects, places.upload(file.fileId), file.contentType);
    const pieces = eventPieces(items, adapter);
    return await tell(file, pieces, { ...deps, contentType: 'application/json' }, turn.hasTime);
  }
  try {
    const settled = file.sequence === undefined ? await settle(file, deps) : file;
    if (settled.state === 'held') return { file: settled, finished: false };
    const pieces = changePieces(objects, places.changes(file.fileId), settled);
    const reader = { ...adapter, ...changeReader(adapter) };
    return await tell(
      settled,
      pieces,
      { ...deps, adapter: reader, contentType: changeContentType },
      turn.hasTime,
    );
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { file: { ...file, problem: error.message }, finished: true };
  }
}

/** The result is one file; what it was put together from, and the snapshot before this one, are not needed any more. */
async function finish(file: FileRecord, deps: FilesDeps): Promise<void> {
  const places = placesOf(deps.adapter.manifest.system);
  const result = await deps.objects.join(places.result(file.fileId), file.parts);
  if (file.replaces !== undefined) await deps.objects.remove(file.replaces);
  const state = file.problem === undefined ? 'done' : 'refused';
  await deps.files.save({ ...file, state, result, parts: [], finishedAt: deps.now(), claim: undefined });
  logLine(logLines.fileFinished, { fileId: file.fileId, state, counts: file.counts });
}
