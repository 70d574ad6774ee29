/** How much of a sheet tells how it is written. */
export const headLength = 4_096;

const delimiters = [',', ';', '\t'] as const;
const said = /^\ufeff?sep=(.)\r?(?:\n|$)/i;
const linesLookedAt = 5;

/** What parts the cells of a sheet, and how many characters stand before its first row. */
export interface SheetFormat {
  delimiter: string;
  skip: number;
}

/**
 * How a sheet is written, by its first characters: as its line `sep=;` says, which Excel reads and does not show; else by
 * what stands in most of its first lines. Excel writes semicolons where the machine's language has decimal commas, and tabs
 * where a table is copied out of it; a note may hold any of them.
 */
export function sheetFormatOf(head: string): SheetFormat {
  const [line, delimiter] = said.exec(head) ?? [];
  if (line !== undefined && delimiter !== undefined) return { delimiter, skip: line.length };
  const lines = unquoted(head)
    .split(/\r\n?|\n/)
    .filter(text => text.trim() !== '')
    .slice(0, linesLookedAt);
  const linesWith = (one: string) => lines.filter(text => text.includes(one)).length;
  return { delimiter: delimiters.toSorted((a, b) => linesWith(b) - linesWith(a))[0] ?? ',', skip: 0 };
}

/** A text without what stands in quotes: notes have commas and line ends of their own. */
function unquoted(text: string): string {
  return text.replace(/"[^"]*(?:"|$)/g, '');
}
