import { eventContent } from '../../../schemas/event-content.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import { identityOf } from '../record/flag-identity.ts';
import {
  conflict,
  type DecisionResult,
  decided,
  forbidden,
  notAlone,
  type RefusedDecision,
  sealed,
} from './result.ts';
import { aboutFlag, decidedOn, isRaisedBy, type Situation } from './situation.ts';

/** What waits for a second person. */
type Waiting = 'raising' | 'clearance';

/** A clearance that was asked for is answered before a raising. */
function waitingOn({ flag }: Situation): Waiting | undefined {
  if (flag.clearanceRequested !== undefined) return 'clearance';
  return flag.state === 'proposed' || flag.state === 'pending-approval' ? 'raising' : undefined;
}

/** Whether somebody of a team that may answer is somebody else than who asked. */
function refusedPerson(situation: Situation, waiting: Waiting): RefusedDecision | undefined {
  const { flag, officer, record } = situation;
  const { owner, mayRaise, mayClear } = flagDefinition(flag.code);
  const teams = waiting === 'raising' ? [owner, ...mayRaise] : [owner, ...mayClear];
  if (!teams.includes(officer.team)) {
    return forbidden(`This is for an officer of: ${[...new Set(teams)].join(', ')}.`);
  }
  const hasAsked =
    waiting === 'raising'
      ? isRaisedBy(officer, flag, record)
      : decidedOn(situation)['clearance-requested']?.value.by.officer === officer.officer;
  if (hasAsked) {
    return notAlone('A second person decides this, never the one who asked for it.');
  }
  return undefined;
}

const nothingWaits = conflict('Nothing about this flag waits for a second person.');

/**
 * A second person agrees: that a flag is right which officers raised or proposed, or that it is cleared. What is alleged
 * of somebody's conduct is decided by somebody else than who alleges it (ICO on warning markers).
 */
export function approve(situation: Situation, { reason }: { reason: string }): DecisionResult {
  const waiting = waitingOn(situation);
  if (waiting === undefined) return nothingWaits;
  const refused = refusedPerson(situation, waiting);
  if (refused !== undefined) return refused;
  const { flag, officer } = situation;
  if (waiting === 'raising') {
    const data = { ...aboutFlag(situation), reason: sealed(reason) };
    return decided(eventContent('housing.flag.approved.v1', data));
  }
  const requested = decidedOn(situation)['clearance-requested'];
  if (requested === undefined) return nothingWaits;
  const { by: decidedBy, until, enteredInError } = requested.value;
  const ending = { reason: sealed(reason), until, enteredInError };
  const data = { ...identityOf(flag), decidedBy, approvedBy: officer, ...ending };
  return decided(eventContent('housing.flag.clearance-decided.v1', data));
}

/** A second person does not agree: what officers raised or proposed is taken back, or the flag stays. */
export function refuse(situation: Situation, { reason }: { reason: string }): DecisionResult {
  const waiting = waitingOn(situation);
  if (waiting === undefined) return nothingWaits;
  const refused = refusedPerson(situation, waiting);
  if (refused !== undefined) return refused;
  const data = { ...aboutFlag(situation), refuses: waiting, reason: sealed(reason) };
  return decided(eventContent('housing.flag.refused.v1', data));
}
