import type { Hunted } from './hunt.ts';
import type { Mutant } from './mutant.ts';

/** A run of the command: what it tried, with up to how many seeds each, and on which day. */
export interface Run {
  hunted: readonly Hunted[];
  most: number;
  day: string;
}

/**
 * What is written after a run: mutants that it tried have new lines, all others keep theirs. First how many were found, then
 * each with the seed that found it and the invariant that it broke, those that nothing found, and the equivalent ones.
 */
export function linesAfter(before: string, mutants: readonly Mutant[], run: Run): string {
  const tried = new Map(run.hunted.map(one => [one.mutant.name, lineOf(one, run)]));
  const old = linesIn(before);
  const meant = mutants.filter(({ equivalent }) => equivalent === undefined);
  const lines = meant.flatMap(({ name }) => tried.get(name) ?? old.get(name) ?? []);
  const found = lines.filter(line => line.startsWith('| '));
  const missed = lines.filter(line => line.startsWith('- '));
  return [
    summaryOf(found, missed.length, meant.length),
    ...['', '| mutant | found by | breaks | day |', '| --- | --- | --- | --- |', ...found],
    ...(missed.length === 0 ? [] : ['', 'Not found:', '', ...missed]),
    ...['', 'Equivalent:', ''],
    ...mutants.flatMap(({ name, equivalent }) =>
      equivalent === undefined ? [] : `- ${name}: ${equivalent}`,
    ),
  ].join('\n');
}

function lineOf({ mutant: { name, breaks }, seed, invariant }: Hunted, { most, day }: Run): string {
  return seed === undefined
    ? `- ${name} (none of ${most} seeds, ${day}): ${breaks}`
    : `| ${name} | seed ${seed} | ${invariant} | ${day} |`;
}

function linesIn(text: string): Map<string, string> {
  const named = text.split('\n').flatMap((line): [string, string][] => {
    const name = /^(?:\| (.+?) \| seed \d+ \||- (.+?) \(none of \d+ seeds)/.exec(line);
    return name === null ? [] : [[name[1] ?? name[2] ?? '', line]];
  });
  return new Map(named);
}

function summaryOf(found: readonly string[], missed: number, all: number): string {
  const seeds = found.map(line => Number(/ \| seed (\d+) \| /.exec(line)?.[1]));
  const inOrder = seeds.toSorted((a, b) => a - b);
  const [middle = 0, last = 0] = [inOrder[inOrder.length >> 1], inOrder.at(-1)];
  const untried = all - found.length - missed;
  const left = untried === 0 ? '' : ` ${untried} more were not tried yet.`;
  return `${found.length} of ${found.length + missed} mutants found: half of them by seed ${middle}, the last by seed ${last}.${left}`;
}
