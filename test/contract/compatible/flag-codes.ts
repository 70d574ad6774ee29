/** The taxonomy of flags as it is published. */
export type FlagCodes = readonly Readonly<Record<string, unknown> & { code: string }>[];

/** What a code means, whoever reads it: the rest may be put better. */
const meaning = ['hangsOn', 'life', 'family'] as const;
const advice = 'a code is never renamed or given another meaning: add another beside it';

/**
 * What is not an addition to the taxonomy.
 *
 * @returns a line for each, with what to do; none when every flag that anybody keeps means what it did
 */
export function brokenFlags(before: FlagCodes, after: FlagCodes): string[] {
  const present = new Map(after.map(flag => [flag.code, flag]));
  return before.flatMap(old => {
    const now = present.get(old.code);
    if (now === undefined) return [`flag ${old.code}: it was removed; ${advice}`];
    return meaning
      .filter(name => old[name] !== now[name])
      .map(name => `flag ${old.code}: ${name} ${String(old[name])} became ${String(now[name])}; ${advice}`);
  });
}
