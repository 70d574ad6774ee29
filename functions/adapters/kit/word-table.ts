import type { FlagDefinition } from '../../../schemas/flags/definition.ts';
import { type FlagCode, flagDefinition, flagDefinitions } from '../../../schemas/flags.ts';
import type { Team } from '../../../schemas/teams.ts';
import type { LocalFlagCode } from '../contract.ts';

/** Who speaks: a team, and what its system has keys for. */
export interface Speaker {
  team: Team;
  /** What a flag may hang on for the system to name it. */
  names: readonly FlagDefinition['hangsOn'][];
  /** Codes that follow from what the system reports of a case: a word beside it would outlive the case. */
  byCase?: readonly FlagCode[];
}

/** The shared code as a word, of the list that a system has from this hub. */
export function sharedCode(code: FlagCode): LocalFlagCode {
  return { local: code, list: 'shared-code', code };
}

/**
 * A system's words for every flag, one table for both ways: what it is told in a word it says in that word, and takes back
 * in it. Where its lists have none, the shared code is the word. It may say what its team may raise; a published list is
 * said as it is published.
 */
export function wordTable(
  speaker: Speaker,
  { published = [], own = [] }: { published?: readonly LocalFlagCode[]; own?: readonly LocalFlagCode[] },
): readonly LocalFlagCode[] {
  const known = new Set([...published, ...own].map(({ code }) => code));
  const shared = flagDefinitions.filter(({ code }) => !known.has(code)).map(({ code }) => sharedCode(code));
  return [...published, ...[...own, ...shared].map(entry => ({ ...entry, ...howSaid(speaker, entry) }))];
}

function howSaid(
  { team, names, byCase = [] }: Speaker,
  { code }: LocalFlagCode,
): Pick<LocalFlagCode, 'said'> {
  if (byCase.includes(code)) return { said: 'by-case' };
  const { mayRaise, hangsOn } = flagDefinition(code);
  return mayRaise.includes(team) && names.includes(hangsOn) ? {} : { said: 'never' };
}
