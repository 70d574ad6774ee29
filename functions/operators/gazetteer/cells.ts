import { keyText } from '../../../schemas/key-text.ts';
import { saysNothing } from '../../../schemas/nothing.ts';
import { type Uprn, uprnFrom } from '../../../schemas/reference.ts';
import type { Column, GazetteerRow } from './headings.ts';

/** The cells of one row, and everything that turned out to be wrong with them. */
export interface Cells {
  problems: readonly string[];
  /** The text of a cell, undefined when it says nothing. */
  text(column: Column): string | undefined;
  /** The value, or a problem when there is none. */
  needed<T>(value: T | undefined, problem: string): T | undefined;
  /** A problem where something does not hold. */
  holds(condition: boolean, problem: string): void;
  /** The UPRNs in a cell, parted by `|`; what is none is a problem. */
  uprns(column: Column): Uprn[];
}

/** Reads cells and keeps count of what is wrong, so that everything wrong with a row is reported at once. */
export function readCells(row: GazetteerRow): Cells {
  const problems: string[] = [];
  const needed = <T>(value: T | undefined, problem: string): T | undefined => {
    if (value === undefined) problems.push(problem);
    return value;
  };
  return {
    problems,
    text: column => (saysNothing(row[column]) ? undefined : row[column]?.trim()),
    needed,
    holds(condition, problem) {
      if (!condition) problems.push(problem);
    },
    uprns(column) {
      const uprns = listIn(row[column]).map(text =>
        needed(uprnFrom(text), `${column} is not a UPRN of 1 to 12 digits`),
      );
      return [...new Set(uprns.filter(uprn => uprn !== undefined))];
    },
  };
}

/** The keys in a cell, parted by `|`, each once. */
export function listIn(cell: string | undefined): string[] {
  const all = (cell ?? '').split('|').map(keyText);
  return [...new Set(all)].filter(one => !saysNothing(one));
}
