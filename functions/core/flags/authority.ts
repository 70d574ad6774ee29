import type { FlagState } from '../../../schemas/flag-life.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import type { Decided } from '../record/flag-statement.ts';
import { isBefore, type Register } from '../record/registers.ts';
import type { HeldFlag } from '../record/subject-record.ts';

/** How much it counts that somebody says a flag: officers' own word may need that of a second person. */
export type Authority = Extract<FlagState, 'proposed' | 'pending-approval' | 'active'>;

/**
 * How much an assertion counts. An officer of a team that may not raise the flag proposes it. Where a flag is about conduct,
 * a second person has to approve it, whoever says it (ICO on warning markers): an officer through the hub, never the one
 * who raised it, or whoever the source system says has approved it there.
 */
export function authorityOf(held: HeldFlag, approved: Register<Decided> | undefined): Authority {
  if (isApproved(held, approved)) return 'active';
  const { code, raisedBy } = held;
  const { mayRaise, secondPerson } = flagDefinition(code);
  if (raisedBy !== undefined && !mayRaise.includes(raisedBy.team)) return 'proposed';
  return secondPerson ? 'pending-approval' : 'active';
}

function isApproved(
  { since, raisedBy, approved: inItsSystem }: HeldFlag,
  approved: Register<Decided> | undefined,
): boolean {
  if (inItsSystem !== undefined && !isBefore(inItsSystem, since)) return true;
  if (approved === undefined || !isBefore(since, approved)) return false;
  return approved.value.by.officer !== raisedBy?.officer;
}
