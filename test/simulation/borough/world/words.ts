import { adapters } from '../../../../functions/adapters/registry.ts';
import { type FlagCode, flagDefinition } from '../../../../schemas/flags.ts';

/** A word that a system says of its own accord, and what it means. */
export interface Word {
  system: string;
  local: string;
  code: FlagCode;
}

/** Those that have keys for people: what the others say of somebody names nobody, and waits. */
const namesPeople = new Set(['tenancy', 'repairs']);

/** Every word that any system can say of its own accord, each code once of each system. */
export function wordsOfAll(): Word[] {
  const all = adapters.flatMap(({ manifest: { system }, flagCodes }) =>
    flagCodes
      .filter(({ code, said }) => said === undefined && (!isOfPerson(code) || namesPeople.has(system)))
      .map(({ local, code }): Word => ({ system, local, code })),
  );
  return [...new Map(all.map(word => [`${word.system} ${word.code}`, word])).values()];
}

/** Those of them that stand for one thing each. */
export function plainWords(): Word[] {
  return wordsOfAll().filter(word => !isForAnything(word));
}

/** Every code once, as one of the systems says it: one after the other. */
export function wordOfEach(): Word[] {
  const ofEach = [...Map.groupBy(plainWords(), ({ code }) => code).values()];
  return ofEach.flatMap((all, index) => all[index % all.length] ?? []);
}

export function isOfPerson(code: FlagCode): boolean {
  return flagDefinition(code).hangsOn === 'person';
}

/**
 * HACT's “other, see the record” is what repairs is told of whatever its list has no word for: where anything else is told in
 * it, nobody can tell it from an echo.
 */
function isForAnything({ system, local }: Word): boolean {
  return adapters.some(({ manifest, otherWord }) => manifest.system === system && otherWord === local);
}
