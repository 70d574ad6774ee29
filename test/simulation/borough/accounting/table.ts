import type { Figure, Row } from './figure.ts';
import { wrongKinds } from './wrongness.ts';

const columns = [...wrongKinds, 'hours', 'homes'] as const;

/** The figure as a table of Markdown: by cause, and all of it. */
export function tableOf({ causes, total }: Figure): string[] {
  return [
    `| cause | ${columns.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(columns.length)}`,
    ...[...causes, total].map(lineOf),
  ];
}

function lineOf(row: Row): string {
  return `| ${row.cause} | ${columns.map(column => counted(row[column])).join(' | ')} |`;
}

/** Less than half an hour is not nothing. */
function counted(value: number): string {
  return value > 0 && value < 0.5 ? '< 1' : Math.round(value).toLocaleString('en-GB');
}
