import type { Hunted } from './hunt.ts';
import type { Mutant } from './mutant.ts';
import { neverEnds } from './seekers.ts';

/** The invariants, by name, in words. */
export type Words = ReadonlyMap<string, string>;

/** How many mutants were found, by which seeds. @param most how many seeds were run on each at the most */
export function summaryOf(hunted: readonly Hunted[], most: number, cpuSeconds: number): string {
  const seeds = hunted.flatMap(({ seed }) => seed ?? []).sort((a, b) => a - b);
  const [middle = 0, last = 0] = [seeds[seeds.length >> 1], seeds.at(-1)];
  return `${seeds.length} of ${hunted.length} mutants found with up to ${most} seeds each: half of them by seed ${middle}, the last by seed ${last}; ${Math.round(cpuSeconds / 60)} processor minutes.`;
}

/** What came of each mutant: those that nothing found, each other with the seed that found it, and the equivalent ones. */
export function tablesOf(hunted: readonly Hunted[], equivalent: readonly Mutant[], words: Words): string[] {
  const found = hunted.filter(({ seed }) => seed !== undefined);
  const missed = hunted.filter(({ seed }) => seed === undefined);
  return [
    ...(missed.length === 0 ? [] : ['', '| not found | what goes wrong |', '| --- | --- |']),
    ...missed.map(({ mutant }) => `| ${mutant.name} | ${mutant.breaks} |`),
    ...['', '| mutant | found by seed | because this does not hold |', '| --- | --- | --- |'],
    ...found.map(
      ({ mutant, seed, invariant }) => `| ${mutant.name} | ${seed} | ${wordsOf(invariant, words)} |`,
    ),
    ...['', '| equivalent | because |', '| --- | --- |'],
    ...equivalent.map(({ name, equivalent: because }) => `| ${name} | ${because} |`),
  ];
}

function wordsOf(invariant: string | undefined, words: Words): string {
  if (invariant === undefined) return '';
  return invariant === neverEnds ? 'Every world comes to its end.' : (words.get(invariant) ?? invariant);
}
