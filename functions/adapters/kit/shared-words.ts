import { type Flag, type FlagCode, flagDefinitions, namedInstruction } from '../../../schemas/flags.ts';
import type { Adapter } from '../contract.ts';

type WordFor = NonNullable<Adapter['wordFor']>;

/** What a flag hangs on, as the lists of words know it: a person, or a home with all that is on it. */
export function listedOn({ hangsOn }: Pick<Flag, 'hangsOn'>): 'home' | 'person' {
  return hangsOn === 'person' ? 'person' : 'home';
}

/**
 * The text that goes beside a word: the instruction, and before it severity and name where other flags of the list go by
 * the same word, so that whoever reads it can tell one from another.
 */
export function textBeside(wordFor: WordFor): (flag: Flag) => string {
  const shared = wordsOfSeveral(wordFor);
  return flag => (shared.has(flag.code) ? namedInstruction(flag) : flag.instruction);
}

function wordsOfSeveral(wordFor: WordFor): ReadonlySet<FlagCode> {
  const byWord = Map.groupBy(flagDefinitions, definition => {
    const on = listedOn(definition);
    return `${on} ${wordFor(definition.code, on)}`;
  });
  const several = [...byWord.values()].filter(those => those.length > 1).flat();
  return new Set(several.map(({ code }) => code));
}
