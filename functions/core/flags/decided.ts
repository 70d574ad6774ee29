import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { FlagDecisions } from '../record/subject-record.ts';
import type { Standing } from './standing.ts';

/** What a flag shows of what was decided about it while it stands; nothing of earlier times. */
export function decidedOf(
  { since }: Standing,
  decisions: FlagDecisions | undefined,
): Pick<Flag, 'conflict' | 'clearanceRequested' | 'personTold'> {
  if (decisions === undefined) return {};
  const conflict = conflictIn(since, decisions);
  const requested = requestedClearance(since, decisions);
  const { told } = decisions.decided;
  return {
    ...(conflict === undefined ? {} : { conflict }),
    ...(requested === undefined ? {} : { clearanceRequested: requested }),
    ...(told !== undefined && told.at >= since
      ? { personTold: told.value.informed === true ? 'informed' : 'not-informed' }
      : {}),
  };
}

/** Who denies a flag that others stand by, unless its owner has decided since. */
function conflictIn(since: Instant, { denied, decided }: FlagDecisions): Flag['conflict'] {
  const settled = [since, decided.reviewed?.at, decided.cleared?.at];
  const denials = Object.entries(denied).filter(([, deniedAt]) =>
    settled.every(at => at === undefined || deniedAt > at),
  );
  const [first] = denials.map(([, deniedAt]) => deniedAt).sort();
  return first && { deniedBy: denials.map(([system]) => system).sort(), since: first };
}

/** When a clearance was asked for that nobody has agreed to or refused. */
function requestedClearance(since: Instant, { decided }: FlagDecisions): Instant | undefined {
  const requested = decided['clearance-requested'];
  if (requested === undefined || requested.at < since) return undefined;
  const answered = [decided['clearance-refused'], decided.cleared, decided.reviewed];
  return answered.every(answer => answer === undefined || answer.at < requested.at)
    ? requested.at
    : undefined;
}
