/** Dollars with their cents. */
export function dollars(value: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A number with its thousands marked. */
export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** A table in Markdown: its first column is text, the others figures unless they are said to be text. */
export function grid(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  texts: readonly number[] = [0],
): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (texts.includes(index) ? '---' : '---:'))),
    ...rows.map(line),
  ];
}
