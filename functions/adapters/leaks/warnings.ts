import type { EventDraft, LocalFlagCode } from '../contract.ts';
import { readLocalCode } from '../kit/local-codes.ts';
import { type Reading, read, unread } from '../kit/reading.ts';
import { inOrder, readAs } from '../kit/readings.ts';
import { saidFlags } from '../kit/said-flags.ts';
import { wordsIn } from '../kit/word-field.ts';
import * as cell from './cells.ts';
import { flagCodes } from './flag-codes.ts';
import { step } from './step.ts';
import { columns, type LeakCells } from './vendor.ts';

/** The warnings that a cell names. */
function warnings(cells: LeakCells, column: 'warning' | 'warningOver'): Reading<LocalFlagCode[]> {
  const { heading, text } = cells.get(column) ?? { heading: '', text: '' };
  const words = wordsIn(flagCodes, text);
  return inOrder(words.map(word => readAs(readLocalCode(flagCodes, word, heading), entry => [entry])));
}

const rowOfWarnings = step(
  {
    said: cells => warnings(cells, 'warning'),
    over: cells => warnings(cells, 'warningOver'),
    assertedBy: cell.officer,
    text: cell.remarked,
  },
  ({ happened, place: { home }, ...row }) => saidFlags(row).map(said => ({ happened, home, ...said })),
);

/** What the warning columns of a row say of the home, beside what happened: that a warning is so, or that it is over. */
export function warningsOf(cells: LeakCells): Reading<EventDraft[]> {
  return namesWarnings(cells) ? rowOfWarnings(cells) : read([]);
}

/** A row that is about warnings alone has at least one. */
export function onlyWarnings(cells: LeakCells): Reading<EventDraft[]> {
  if (namesWarnings(cells)) return read([]);
  const { warning, warningOver } = columns.spellings;
  return unread({
    path: warning[0],
    message: 'The row does not say which warning',
    expected: `a filled column headed “${warning[0]}”, or “${warningOver[0]}” for one that is over`,
  });
}

function namesWarnings(cells: LeakCells): boolean {
  return cells.has('warning') || cells.has('warningOver');
}
