import type { Trial } from './trial.ts';

/** The table of faults tried: each with its runs, how often it struck, and the result. */
export function tableOf(trials: readonly Trial[]): string {
  const rows = trials.map(({ fault, runs, injections, wrong }) => [
    fault,
    String(runs),
    String(injections),
    wrong.length === 0 ? 'as undisturbed, drift zero' : `${wrong.length} DIFFERENCES`,
  ]);
  const all = [['fault', 'runs', 'injections', 'result'], ...rows];
  const widths = [0, 1, 2, 3].map(column => Math.max(...all.map(row => row[column]?.length ?? 0)));
  return all
    .map(row =>
      row
        .map((cell, column) =>
          column === 1 || column === 2
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
