/** Works files off in a process of its own, whose memory can be measured: `child.ts <folder> <rows>`. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { objectKeysOf } from '../../../functions/intake/files/object-keys.ts';
import { processFile } from '../../../functions/intake/files/process-file.ts';
import type { FileRecord } from '../../../functions/shell/tables/files/file-record.ts';
import { type Instant, instantOf, systemNameSchema } from '../../../schemas/reference.ts';
import { makeEstate } from '../support/estate.ts';
import type { Measured } from './measured.ts';
import { makeMemoryFiles } from './memory-files.ts';

const [, , folder = '', count = ''] = process.argv;
const rows = Number(count);
const estate = makeEstate(90);
const { deps, published } = makeMemoryFiles(folder, estate);
const places = objectKeysOf(systemNameSchema.parse('repairs'));
const measured: Measured[] = [];
const bytesBefore = process.memoryUsage().rss;

await measure('snapshot, all new', () => jobs(0, rows, ''), { kind: 'snapshot', feed: 'open-jobs' });
await measure('the same again', () => jobs(0, rows, ''), { kind: 'snapshot', feed: 'open-jobs' });
await measure(
  '1 in 100 changed, 1 in 100 gone and new',
  () => jobs(rows / 100, rows * 1.01, '2026-03-01T09:00'),
  {
    kind: 'snapshot',
    feed: 'open-jobs',
  },
);
await measure('events, one a line', updates, { kind: 'events', contentType: 'application/x-ndjson' });
process.send?.({ measured, bytesBefore, peakBytes: process.resourceUsage().maxRSS * 1024 });

async function measure(
  what: string,
  lines: () => Generator<string>,
  kind: Partial<FileRecord>,
): Promise<void> {
  const fileId = randomUUID();
  const file = path.join(folder, places.upload(fileId));
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline(Readable.from(lines()), createWriteStream(file));
  const { size } = await stat(file);
  await deps.files.create(recordOf(fileId, size, kind));
  const before = published();
  const from = performance.now();
  await processFile(fileId, { messageId: fileId, seconds: 900, hasTime: () => true }, deps);
  const seconds = (performance.now() - from) / 1000;
  const done = await deps.files.find(fileId);
  if (done?.state !== 'done') throw new Error(`${what}: ${done?.state} ${done?.problem}`);
  measured.push({ what, rows: done.counts?.rows ?? 0, bytes: size, seconds, events: published() - before });
}

function recordOf(fileId: string, bytes: number, kind: Partial<FileRecord>): FileRecord {
  const registeredAt: Instant = instantOf(Date.UTC(2026, 1, 1 + measured.length));
  const rest = { registeredBy: 'repairs', dealtWith: 0, parts: [], revision: 0, expiresAt: 0 };
  return {
    kind: 'events',
    contentType: 'text/csv',
    state: 'waiting',
    fileId,
    bytes,
    registeredAt,
    ...rest,
    ...kind,
  };
}

/** Open jobs in no order of their numbers, as a system prints them. */
function* jobs(from: number, until: number, appointment: string): Generator<string> {
  yield 'Job no,Property ref,Priority,Raised,Target,Appointment,Trade,Description\n';
  for (let number = from; number < until; number += 1) {
    const home = estate.homes[number % estate.homes.length];
    const booked = number % 100 === 0 ? appointment : '';
    const job = `R-${String((number * 7919) % 1_000_003).padStart(7, '0')}-${number}`;
    yield `${job},${home?.repairs},3,2026-01-10,2026-02-10,${booked},Plumbing,"Tap in the kitchen, drips all night"\n`;
  }
}

function* updates(): Generator<string> {
  for (let number = 0; number < rows; number += 1) {
    const home = estate.homes[number % estate.homes.length];
    yield `${JSON.stringify({
      messageType: 'JobStatusUpdate',
      messageId: `JSU-${number}`,
      relatedWorkOrderReference: { id: `R-${number}` },
      sitePropertyUnit: [{ reference: [{ id: home?.repairs }] }],
      eventTime: '2026-01-10T10:00:00',
      typeCode: '70',
      cardLeft: true,
    })}\n`;
  }
}
