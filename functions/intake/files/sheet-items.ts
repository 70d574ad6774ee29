import { NotASheet } from '../../shell/sheets/not-a-sheet.ts';
import { type HeadingsCheck, makeRowReader, type ReadRow } from '../../shell/sheets/rows.ts';
import type { NumberedItem } from '../item/numbered-item.ts';
import { Unreadable } from './file-text.ts';

/**
 * The rows of a sheet as they arrive, heading to cell, numbered as Excel shows them; no more than a piece of it is held.
 * @param records its rows of cells, blank ones too
 * @param check what is wrong with its headings, if anything; a sheet without any has none.
 * @throws {Unreadable} at the row from which on it is no sheet; the rows before it come first.
 */
export async function* sheetItems(
  records: AsyncIterable<readonly string[]>,
  check: HeadingsCheck = () => undefined,
): AsyncGenerator<NumberedItem> {
  const reader = makeRowReader(check);
  let headed = false;
  const itemIn = ({ item, headings, wrong }: ReadRow): NumberedItem[] => {
    if (wrong !== undefined) throw new Unreadable(wrong);
    headed ||= headings !== undefined;
    return item === undefined ? [] : [item];
  };
  try {
    for await (const cells of records) yield* itemIn(reader.read(cells));
  } catch (error) {
    throw error instanceof NotASheet ? new Unreadable(error.message) : error;
  }
  yield* itemIn(reader.end());
  const wrong = headed ? undefined : check([]);
  if (wrong !== undefined) throw new Unreadable(`The sheet has no headings: ${wrong}`);
}
