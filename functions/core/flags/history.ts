import * as z from 'zod';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { clearingReasonSchema } from '../../../schemas/flag-life.ts';
import { type Flag, flagSchema } from '../../../schemas/flags.ts';
import { type Instant, instantSchema } from '../../../schemas/reference.ts';
import { identityOf } from '../record/flag-identity.ts';
import { flagKey } from '../record/flag-rows.ts';
import { flagIdentitySchema } from '../record/flag-statement.ts';
import type { SubjectAfter, SubjectBefore } from '../record/fold.ts';

/** What one commit did to one flag: the entry of its audit. */
export const flagChangeSchema = z.object({
  flag: flagIdentitySchema,
  version: z.int().positive(),
  at: instantSchema,
  /** Absent before the flag was spoken of first, and after a clearance. */
  before: flagSchema.optional(),
  /** Absent once it was cleared. */
  after: flagSchema.optional(),
  reason: clearingReasonSchema.optional(),
  /** The events that led to it, by id; none where time alone did. */
  events: z.array(z.string()),
});
export type FlagChange = z.infer<typeof flagChangeSchema>;

/**
 * What a commit did to flags: an entry for each that changed, whoever or whatever changed it, and for each
 * that an event spoke of even where nothing came of it. More evidence for a rule's flag is no change.
 */
export function flagChanges(
  before: Pick<SubjectBefore, 'flags'>,
  after: Pick<SubjectAfter, 'version' | 'flags' | 'announcements'>,
  events: readonly SystemEvent[],
  at: Instant,
): FlagChange[] {
  const spoken = Map.groupBy(events.filter(isOfFlag), ({ data }) => flagKey(data));
  const living = [...Object.values(before.flags), ...Object.values(after.flags)];
  const identities = [...living, ...[...spoken.values()].flatMap(said => said.map(({ data }) => data))];
  const keyed = new Map(identities.map(flag => [flagKey(flag), identityOf(flag)]));
  return [...keyed].flatMap(([key, flag]) => {
    const [was, is] = [before.flags[key], after.flags[key]];
    const named = spoken.get(key);
    if (named === undefined && was?.version === is?.version) return [];
    const causes = named ?? causesOf(is ?? was, events);
    const announced = after.announcements.find(({ data }) => flagKey(data.flag) === key);
    return {
      flag,
      version: after.version,
      at,
      before: was,
      after: is,
      reason: announced !== undefined && 'reason' in announced.data ? announced.data.reason : undefined,
      events: causes.map(({ id }) => id),
    };
  });
}

function isOfFlag(event: SystemEvent): event is Extract<SystemEvent, { data: { code: unknown } }> {
  return 'code' in event.data;
}
/** What led to a change that no event names: the evidence of a rule, else what was folded last, such as a move. */
function causesOf(flag: Flag | undefined, events: readonly SystemEvent[]): readonly SystemEvent[] {
  // Stryker disable next-line OptionalChaining: what no event names has changed, so that there is a flag before or after it
  const evidence = new Set(flag?.because?.events);
  const behind = events.filter(({ id }) => evidence.has(id));
  return behind.length > 0 ? behind : events.slice(-1);
}
