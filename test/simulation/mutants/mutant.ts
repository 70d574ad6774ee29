import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One way to break the hub: a small edit to one of its files. */
export interface Mutant {
  readonly name: string;
  /** Below `functions/`. */
  readonly file: string;
  /** Is in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** What goes wrong, in one plain sentence. */
  readonly breaks: string;
  /** Why nothing that anybody could see goes wrong, where that is so. */
  readonly equivalent?: string;
}

/** The mutants of one file. */
export function inFile(file: string, mutants: readonly Omit<Mutant, 'file'>[]): Mutant[] {
  return mutants.map(mutant => ({ ...mutant, file }));
}

/** The text of a file with a mutant's edit made. @throws {Error} where what is to be replaced is not there exactly once */
function mutated(text: string, { name, find, replace }: Mutant): string {
  const [before, after, ...more] = text.split(find);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`What ${name} replaces is there ${more.length + (after === undefined ? 0 : 1)} times`);
  return `${before}${replace}${after}`;
}

/** Where a mutant's file is. */
export function placeOf({ file }: Mutant): string {
  return path.join(import.meta.dirname, '../../../functions', file);
}

/** A mutant's file with its edit made. @throws {Error} where the hub has changed and the edit no longer fits */
export function textOf(mutant: Mutant): string {
  return mutated(readFileSync(placeOf(mutant), 'utf8'), mutant);
}
