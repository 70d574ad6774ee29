import type { FlagState } from '../../../schemas/flag-life.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import type { Decided } from '../record/flag-statement.ts';
import { isBefore, type Register } from '../record/registers.ts';
import type { HeldFlag } from '../record/subject-record.ts';

/** How much it counts that somebody says a flag: officers' own word may need that of a second person. */
export type Authority = Extract<FlagState, 'proposed' | 'pending-approval' | 'active'>;

/**
 * How much an assertion counts. A source system has its own process; an officer of a team that may not raise the flag
 * proposes it, and where it is about conduct a second person has to approve it, never the one who raised it.
 */
export function authorityOf(
  { code, since, raisedBy }: HeldFlag,
  approved: Register<Decided> | undefined,
): Authority {
  if (raisedBy === undefined) return 'active';
  const isApproved =
    approved !== undefined && isBefore(since, approved) && approved.value.by.officer !== raisedBy.officer;
  if (isApproved) return 'active';
  const { mayRaise, secondPerson } = flagDefinition(code);
  if (!mayRaise.includes(raisedBy.team)) return 'proposed';
  return secondPerson ? 'pending-approval' : 'active';
}
