import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { linesOf } from '../file-text.ts';

/** Something that is sorted: text by UTF-16 units, the same in every run and on every machine. */
export interface Keyed {
  key: string;
  row: number;
}

/** How many are sorted in memory at once: a few megabytes of rows. */
const runLength = 5_000;

/** By key, and what has the same key by row. */
function inOrder(a: Keyed, b: Keyed): number {
  if (a.key === b.key) return a.row - b.row;
  return a.key < b.key ? -1 : 1;
}

/**
 * Sorts any number of entries in bounded memory: runs of five thousand are sorted and put into files of `folder`, then
 * merged as they are read.
 */
export async function* sorted<T extends Keyed>(entries: AsyncIterable<T>, folder: string): AsyncGenerator<T> {
  const files: string[] = [];
  let run: T[] = [];
  for await (const entry of entries) {
    run.push(entry);
    if (run.length < runLength) continue;
    files.push(await writeRun(run, path.join(folder, `run-${files.length}`)));
    run = [];
  }
  yield* merged([...files.map(file => entriesIn<T>(file)), inMemory(run.sort(inOrder))]);
}

async function writeRun(run: Keyed[], file: string): Promise<string> {
  const lines = run
    .sort(inOrder)
    .values()
    .map(entry => `${JSON.stringify(entry)}\n`);
  await pipeline(Readable.from(lines), createWriteStream(file));
  return file;
}

async function* entriesIn<T>(file: string): AsyncGenerator<T> {
  const text = createReadStream(file, { encoding: 'utf8' });
  for await (const line of linesOf(text as AsyncIterable<string>)) yield JSON.parse(line);
}

async function* inMemory<T>(entries: readonly T[]): AsyncGenerator<T> {
  yield* entries;
}

/** The least of the runs' first entries, again and again. Runs are few: fifty for a million rows. */
async function* merged<T extends Keyed>(runs: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const heads = await Promise.all(runs.map(async run => ({ run, head: await run.next() })));
  for (;;) {
    let least: { run: AsyncGenerator<T>; head: IteratorResult<T> } | undefined;
    for (const each of heads) {
      if (each.head.done) continue;
      if (least === undefined || inOrder(each.head.value, least.head.value) < 0) least = each;
    }
    if (least === undefined) return;
    yield least.head.value;
    least.head = await least.run.next();
  }
}
