import type { Adapter, Problem } from '../../adapters/contract.ts';
import { mediaTypeOf } from '../../shell/http/media-type.ts';
import type { Objects } from '../../shell/objects.ts';
import { recordsOf } from '../../shell/sheets/records.ts';
import type { HeadingsCheck } from '../../shell/sheets/rows.ts';
import { workbookBytes, workbookRecords, workbookType } from '../../shell/sheets/workbook/records.ts';
import type { FileRecord } from '../../shell/tables/files/file-record.ts';
import { itemsIn } from '../item/document.ts';
import type { NumberedItem } from '../item/numbered-item.ts';
import type { Change } from '../item/snapshot-change.ts';
import { textOf } from './file-text.ts';
import { lineItems } from './line-items.ts';
import { sheetItems } from './sheet-items.ts';
import type { Difference } from './snapshot/differences.ts';
import { storedLines } from './snapshot/stored-lines.ts';

/** A difference that is published. */
type Changed = Difference & { is: Exclude<Difference['is'], 'unchanged' | 'absent'> };

/** What a piece of a file is known by in its result. */
export interface About {
  row?: number;
  key?: string;
  change?: Changed['is'];
}

/** One thing that a file says, or what was wrong with it before anybody looked at what it means. */
export type Piece = { about: About } & (
  | { item: NumberedItem['item']; problems?: Problem[] }
  | { rejected: Problem[] }
);

/** The items of an uploaded file, as its content type says. */
export async function* uploadedItems(
  objects: Objects,
  key: string,
  contentType: string,
  check?: HeadingsCheck,
): AsyncGenerator<NumberedItem> {
  const type = mediaTypeOf(contentType);
  const content = await objects.read(key);
  if (type?.essence === workbookType) return yield* sheetItems(workbookIn(content), check);
  const text = textOf(content, type?.charset ?? 'utf-8');
  yield* type?.essence === 'text/csv' ? sheetItems(recordsOf(text), check) : lineItems(text);
}

async function* workbookIn(content: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  yield* workbookRecords(await workbookBytes(content));
}

/** The pieces of a file of events: each row may be several items of the system's. */
export async function* eventPieces(
  items: AsyncIterable<NumberedItem>,
  { itemsOf }: Pick<Adapter, 'itemsOf'>,
): AsyncGenerator<Piece> {
  for await (const { row, item, problems } of items) {
    if (problems !== undefined) yield { about: { row }, item, problems };
    else for (const each of itemsIn(item, itemsOf)) yield { about: { row }, ...each };
  }
}

/** The pieces of a snapshot: its differences from the last one, once they are committed. */
export async function* changePieces(
  objects: Objects,
  key: string,
  { feed = '', sequence = 0, registeredAt }: FileRecord,
): AsyncGenerator<Piece> {
  for await (const difference of storedLines<Changed>(objects, key)) {
    const { key: rowKey, row, is, problems = [], before, after, confirms } = difference;
    const about = { ...(row !== undefined && { row }), key: rowKey, change: is };
    // What comes back is told anew: what was said of it meanwhile was only that it was missing.
    const last = is === 'returned' || is === 'confirmed' ? undefined : before;
    const said = { before: last, after, ...(confirms && { confirms }) };
    const change: Change = { feed, sequence, key: rowKey, seenAt: registeredAt, ...said };
    yield is === 'rejected' ? { about, rejected: problems } : { about, item: change };
  }
}
