import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { FileCounts, FileRecord } from '../../shell/tables/files/file-record.ts';
import type { ResultLine } from './contract.ts';
import type { FilesDeps } from './deps.ts';
import { Unreadable } from './file-text.ts';
import { objectKeysOf } from './object-keys.ts';
import type { Piece } from './pieces.ts';
import { type TakeDeps, takePieces } from './take-pieces.ts';

/** So many pieces are processed between one checkpoint and the next. */
const strideLength = 5_000;
const none: FileCounts = { rows: 0, accepted: 0, rejected: 0, quarantined: 0 };

/** Takes the pieces of a file into the hub and writes what became of each, from where the last attempt got to. */
export async function writeResults(
  file: FileRecord,
  pieces: AsyncIterable<Piece>,
  deps: FilesDeps & TakeDeps,
  hasTime: () => boolean,
): Promise<{ file: FileRecord; finished: boolean }> {
  const keys = objectKeysOf(deps.adapter.manifest.system);
  let current = file;
  try {
    for await (const stride of strides(pieces, file.dealtWith)) {
      if (!hasTime()) return { file: current, finished: false };
      const lines = await takePieces(stride, deps);
      // Two who write the same part must not write over each other: only one of them then wins the optimistic lock of the file.
      const key = keys.part(`${file.fileId}/${current.dealtWith}-${deps.newId()}`);
      const part = await deps.objects.write(key, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
      current = await deps.files.save({
        ...current,
        dealtWith: current.dealtWith + stride.length,
        counts: counted(current, lines),
        parts: [...current.parts, part],
      });
      logLine(logLines.fileContinued, { fileId: file.fileId, dealtWith: current.dealtWith });
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    current = { ...current, problem: error.message };
  }
  return { file: current, finished: true };
}

/** Of a snapshot the rows are counted when it is compared: its pieces are the differences. */
function counted({ kind, counts = none }: FileRecord, lines: readonly ResultLine[]): FileCounts {
  const so = (outcome: ResultLine['outcome']) => lines.filter(line => line.outcome === outcome).length;
  return {
    ...counts,
    rows: kind === 'snapshot' ? counts.rows : counts.rows + new Set(lines.map(({ row }) => row)).size,
    accepted: counts.accepted + so('accepted'),
    rejected: counts.rejected + so('rejected'),
    quarantined: counts.quarantined + so('quarantined'),
  };
}

/** Where reading ends in an error, what was read before comes first. */
async function* strides(pieces: AsyncIterable<Piece>, passedOver: number): AsyncGenerator<Piece[]> {
  let seen = 0;
  let stride: Piece[] = [];
  try {
    for await (const piece of pieces) {
      seen += 1;
      if (seen <= passedOver) continue;
      stride.push(piece);
      if (stride.length < strideLength) continue;
      yield stride;
      stride = [];
    }
  } catch (error) {
    if (error instanceof Unreadable && stride.length > 0) yield stride;
    throw error;
  }
  if (stride.length > 0) yield stride;
}
