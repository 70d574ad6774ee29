import { expect, it } from 'vitest';
import { pages, proseOf } from './pages.ts';

/** More than this is prose, or a decision record. */
const maximumWords = 14;

/** Two pages are generated, with what their declarations say; the local runner is a workspace of its own. */
const others = [
  'functions/shell/http/README.md',
  'functions/shell/tables/README.md',
  'infra/local/README.md',
];

/** The cells of every table of a text. A bar in a cell is escaped. */
function cellsOf(text: string): string[] {
  const rows = text.split('\n').filter(line => line.trimStart().startsWith('|'));
  return rows.flatMap(row =>
    row
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/),
  );
}

function wordsIn(cell: string): number {
  return cell.split(/\s+/).filter(word => word !== '').length;
}

it.each(pages.filter(page => !others.includes(page)))('%s has tables to look things up in', page => {
  const long = cellsOf(proseOf(page)).filter(cell => wordsIn(cell) > maximumWords);
  expect(
    long,
    `a cell has at most ${maximumWords} words: move the rest below the table, or into functions/decisions/`,
  ).toEqual([]);
});
