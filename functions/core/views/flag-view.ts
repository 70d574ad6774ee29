import { isInForce } from '../../../schemas/flag-life.ts';
import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import type { Team } from '../../../schemas/teams.ts';
import { flagKey } from '../record/flag-rows.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { flagFor, looksAfterAll, type Viewer } from './need-to-know.ts';

/**
 * A flag by itself, as it is for a team, or undefined where the team may not know of it. One that is not in force is for
 * those who can decide about it, for those who look after all, and for the team that proposed it.
 */
export function livingFlagFor(viewer: Viewer, flag: Flag, record: SubjectRecord): Flag | undefined {
  if (isInForce(flag)) return flagFor(viewer, flag);
  return flagFor({ ...viewer, teams: viewer.teams.filter(team => isOfConcern(team, flag, record)) }, flag);
}

function isOfConcern(team: Team, flag: Flag, { heldFlags }: SubjectRecord): boolean {
  const { owner, mayRaise, mayClear } = flagDefinition(flag.code);
  const raised = Object.values(heldFlags).filter(held => flagKey(held) === flagKey(flag));
  return (
    looksAfterAll(team) ||
    [owner, ...mayRaise, ...mayClear, ...raised.map(({ raisedBy }) => raisedBy?.team)].includes(team)
  );
}
