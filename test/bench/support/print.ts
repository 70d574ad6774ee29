/** A row of a table: a name and what was measured, numbers as they came. */
export type Row = readonly (string | number)[];

/** A number with three significant digits and its thousands marked. */
export function figure(value: number): string {
  const digits = Number(value.toPrecision(3));
  return Number.isFinite(digits) ? digits.toLocaleString('en-GB', { maximumFractionDigits: 2 }) : '-';
}

/** The same as a table of a document: columns of figures to the right. */
export function markdownTable(headings: readonly string[], rows: readonly Row[]): string {
  const texts = rows.map(row => row.map(cell => (typeof cell === 'number' ? figure(cell) : cell)));
  const rule = headings.map((_, column) =>
    rows.every(row => typeof row[column] === 'string') ? '---' : '--:',
  );
  return [headings, rule, ...texts].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/** Prints a table: names to the left, figures to the right. */
export function printTable(headings: readonly string[], rows: readonly Row[]): void {
  const texts = rows.map(row => row.map(cell => (typeof cell === 'number' ? figure(cell) : cell)));
  const all = [headings, ...texts];
  const widths = headings.map((_, column) => Math.max(...all.map(row => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0)).join('  ');
  for (const row of all) console.log(`  ${line(row).trimEnd()}`);
}

function pad(cell: string, width: number, isName: boolean): string {
  return isName ? cell.padEnd(width) : cell.padStart(width);
}
