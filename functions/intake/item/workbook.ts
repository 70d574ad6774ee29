import type { Adapter } from '../../adapters/contract.ts';
import { NotASheet } from '../../shell/sheets/not-a-sheet.ts';
import { makeRowReader } from '../../shell/sheets/rows.ts';
import { workbookRecords } from '../../shell/sheets/workbook/records.ts';
import type { Document, NumberedItem } from './numbered-item.ts';

/** What a workbook in a request may unpack to: its rows are all held at once, and a request has a thousand at most. */
const mostUnpacked = 20 * 1024 * 1024;

/** Takes an .xlsx workbook apart into the system's items, as a sheet in CSV is. */
export async function readWorkbook(
  bytes: Uint8Array,
  { itemsOf, problemWithHeadings }: Pick<Adapter, 'itemsOf' | 'problemWithHeadings'>,
): Promise<Document> {
  const reader = makeRowReader(problemWithHeadings);
  const items: NumberedItem[] = [];
  try {
    for await (const cells of workbookRecords(bytes, mostUnpacked)) {
      const { item, wrong } = reader.read(cells);
      if (wrong !== undefined) return { ok: false, detail: wrong };
      if (item !== undefined) items.push(...itemsOf(item.item).map(one => ({ ...item, item: one })));
    }
  } catch (error) {
    if (error instanceof NotASheet) return { ok: false, detail: error.message };
    throw error;
  }
  const { wrong } = reader.end();
  if (wrong !== undefined) return { ok: false, detail: wrong };
  return items.length > 0 ? { ok: true, items } : { ok: false, detail: 'The workbook holds no items' };
}
