import { flagDefinition } from '../../../../schemas/flags.ts';
import type { LiveFlags } from '../../../core/record/subject-record.ts';

/** Families of flags of a home that stand for a claim or a complaint: what was said there is needed to answer it. */
const needed: ReadonlySet<string> = new Set(['legal', 'complaint']);

/**
 * Why the law keeps what is kept of somebody (UK GDPR, Art. 17(3)): a flag that stands on the person, whose reasons somebody
 * must be able to ask for, and a claim or complaint at a home that was named with them.
 * @returns a sentence for each, empty when nothing stands in the way
 */
export function groundsToKeep(
  onPerson: readonly LiveFlags[],
  atHomes: ReadonlyMap<string, LiveFlags>,
): string[] {
  const own = onPerson
    .flatMap(flags => Object.values(flags))
    .map(({ code, on, since }) => groundOf(code, on, since));
  const theirs = [...atHomes].flatMap(([home, flags]) =>
    Object.values(flags)
      .filter(({ family }) => needed.has(family))
      .map(({ code, since }) => groundOf(code, home, since)),
  );
  return [...own, ...theirs];
}

function groundOf(code: Parameters<typeof flagDefinition>[0], on: string, since: string): string {
  return `${code} on ${on} since ${since.slice(0, 10)}. ${flagDefinition(code).lawfulBasis}`;
}
