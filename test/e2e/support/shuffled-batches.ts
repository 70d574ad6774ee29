import fc from 'fast-check';
import type { News, Payload } from '../../scenarios/news.ts';

/** What one system posts at once. */
export type Batch = Pick<News, 'system' | 'payload'>;

const seed = 88120;
const itemsPerBatch = 7;

/** The news of a story in another order, in batches, every batch twice: one order, the same in every run. */
export function shuffledBatches(news: readonly News[]): Batch[] {
  const bySystem = Map.groupBy(shuffled(news), ({ system }) => system);
  const batches = [...bySystem].flatMap(([system, own]) =>
    batchesOf(own.map(({ payload }) => payload)).map(payload => ({ system, payload })),
  );
  return shuffled([...batches, ...batches]);
}

/** JSON items go together, and rows go with rows under the same headings. */
function batchesOf(payloads: readonly Payload[]): Payload[] {
  const items = payloads.flatMap(payload => (payload.kind === 'json' ? payload.items : []));
  const sheets = payloads.filter(payload => payload.kind === 'sheet');
  const rows = [...Map.groupBy(sheets, ({ headings }) => headings)].flatMap(([headings, alike]) =>
    chunksOf(alike.flatMap(sheet => sheet.rows)).map(
      (some): Payload => ({ kind: 'sheet', headings, rows: some }),
    ),
  );
  return [...chunksOf(items).map((some): Payload => ({ kind: 'json', items: some })), ...rows];
}

function chunksOf<T>(all: readonly T[]): T[][] {
  const starts = Array.from(
    { length: Math.ceil(all.length / itemsPerBatch) },
    (_, index) => index * itemsPerBatch,
  );
  return starts.map(start => all.slice(start, start + itemsPerBatch));
}

function shuffled<T>(all: readonly T[]): T[] {
  const everything = { minLength: all.length, maxLength: all.length };
  return fc.sample(fc.shuffledSubarray([...all], everything), { seed, numRuns: 1 }).flat();
}
