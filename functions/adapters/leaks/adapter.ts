import type { Adapter } from '../contract.ts';
import { missingColumns } from '../kit/headers.ts';
import { flagCodes } from './flag-codes.ts';
import { ignored } from './ignored.ts';
import { inbound } from './inbound.ts';
import { manifest } from './manifest.ts';
import { outbound, wordFor } from './outbound.ts';
import { columns, itemsOf, type Row, rowSchema } from './vendor.ts';

/** The leaks-from-above team's spreadsheet. */
export const adapter: Adapter<Row> = {
  manifest,
  flagCodes,
  itemsOf,
  problemWithHeadings: headings => missingColumns(columns, ['date', 'block', 'flat', 'step'], headings),
  itemSchema: rowSchema,
  ignored,
  columnOf: columns.columnOf,
  inbound,
  wordFor,
  outbound,
};
