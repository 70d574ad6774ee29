import { isInForce } from '../../../schemas/flag-life.ts';
import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import { flagKey } from '../record/flag-rows.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { flagFor, looksAfterAll, type Viewer } from './need-to-know.ts';

/**
 * A flag by itself, as it is for a team, or undefined where the team may not know of it. One that is not in force is for
 * those who can decide about it, for those who look after all, and for the team that proposed it.
 */
export function livingFlagFor(viewer: Viewer, flag: Flag, record: SubjectRecord): Flag | undefined {
  return isInForce(flag) || isOfConcern(viewer, flag, record) ? flagFor(viewer, flag) : undefined;
}

function isOfConcern({ team, glassIsBroken }: Viewer, flag: Flag, { heldFlags }: SubjectRecord): boolean {
  const { owner, mayRaise, mayClear } = flagDefinition(flag.code);
  const raised = Object.values(heldFlags).filter(held => flagKey(held) === flagKey(flag));
  return (
    glassIsBroken === true ||
    looksAfterAll(team) ||
    [owner, ...mayRaise, ...mayClear, ...raised.map(({ raisedBy }) => raisedBy?.team)].includes(team)
  );
}
