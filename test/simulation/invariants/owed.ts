import type { Flag } from '../../../schemas/flags.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import type { Team } from '../../../schemas/teams.ts';

/** What is said here once more in plain words is not asked of the hub: a mistake of its own would be on both sides. */

/** Whether a flag is to be acted on. */
export function stands({ state }: Pick<Flag, 'state'>): boolean {
  return state !== 'proposed' && state !== 'suspended';
}

/** Whether a team may know that there is such a flag. */
export function mayKnow(code: Flag['code'], team: Team): boolean {
  const { teams, everyone } = flagDefinition(code).audience;
  return (teams?.[team] ?? everyone) !== 'none';
}

/** The flags that a system of a team is to show. */
export function owedTo(team: Team, flags: readonly Flag[]): Flag[] {
  return flags.filter(flag => stands(flag) && mayKnow(flag.code, team));
}
