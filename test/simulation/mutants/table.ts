import type { Hunted } from './hunt.ts';
import type { Mutant } from './mutant.ts';
import { neverEnds } from './seekers.ts';

/** The invariants, by name, in words. */
export type Words = ReadonlyMap<string, string>;

/** A run of the command: what it tried, with up to how many seeds each, and on which day. */
export interface Run {
  hunted: readonly Hunted[];
  most: number;
  day: string;
}

/**
 * The tables after a run: mutants that it tried have new rows, all others keep theirs. First how many were found, then each
 * mutant with the seed that found it, those that nothing found with what goes wrong, and the equivalent ones.
 */
export function tablesAfter(before: string, mutants: readonly Mutant[], run: Run, words: Words): string {
  const tried = new Map(run.hunted.map(one => [one.mutant.name, rowOf(one, run, words)]));
  const old = rowsIn(before);
  const meant = mutants.filter(({ equivalent }) => equivalent === undefined);
  const rows = meant.flatMap(({ name }) => tried.get(name) ?? old.get(name) ?? []);
  const equivalent = mutants.filter(one => one.equivalent !== undefined);
  return [
    summaryOf(rows, meant.length),
    ...['', '| mutant | found by | because this does not hold | day |', '| --- | --- | --- | --- |'],
    ...rows,
    ...['', '| equivalent | because |', '| --- | --- |'],
    ...equivalent.map(({ name, equivalent: because }) => `| ${name} | ${because} |`),
  ].join('\n');
}

function rowOf({ mutant, seed, invariant }: Hunted, { most, day }: Run, words: Words): string {
  const outcome =
    seed === undefined
      ? `none of ${most} seeds | Not found: ${mutant.breaks}`
      : `seed ${seed} | ${wordsOf(invariant, words)}`;
  return `| ${mutant.name} | ${outcome} | ${day} |`;
}

function rowsIn(table: string): Map<string, string> {
  const rows = table.split('\n').filter(line => / \| (seed|none of) \d+/.test(line));
  return new Map(rows.map(row => [row.split(' | ')[0]?.slice(2) ?? '', row]));
}

function summaryOf(rows: readonly string[], all: number): string {
  const seeds = rows.flatMap(row => / \| seed (\d+) \| /.exec(row)?.[1] ?? []).map(Number);
  const inOrder = seeds.toSorted((a, b) => a - b);
  const [middle = 0, last = 0] = [inOrder[inOrder.length >> 1], inOrder.at(-1)];
  const untried = all - rows.length;
  const left = untried === 0 ? '' : ` ${untried} more were not tried yet.`;
  return `${seeds.length} of ${rows.length} mutants found: half of them by seed ${middle}, the last by seed ${last}.${left}`;
}

function wordsOf(invariant: string | undefined, words: Words): string {
  if (invariant === undefined) return '';
  return invariant === neverEnds ? 'Every world comes to its end.' : (words.get(invariant) ?? invariant);
}
