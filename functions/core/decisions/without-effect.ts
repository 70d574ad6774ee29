import canonicalize from 'canonicalize';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { isInForce } from '../../../schemas/flag-life.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { flagKey } from '../record/flag-rows.ts';
import type { LiveFlags, SubjectRecord } from '../record/subject-record.ts';
import { conflict, type RefusedDecision } from './result.ts';

/** A subject's flags and what was decided about them. */
interface Decided {
  flags: LiveFlags;
  record: Pick<SubjectRecord, 'decisions' | 'heldFlags'> | undefined;
}

/** What is decided so that the flag shows otherwise: it has to be seen to. Anything else counts when it is kept. */
const seen: ReadonlySet<SystemEvent['type']> = new Set<SystemEvent['type']>([
  'housing.flag.approved.v1',
  'housing.flag.refused.v1',
  'housing.flag.clearance-requested.v1',
]);

/**
 * Refuses a clearance after which the flag would stand, and any decision that would change nothing: nobody is told that it
 * is done when the flag stands as it did. That is so where something that it rests on, or an earlier decision, bears a later time than this one, from a clock that is ahead.
 */
export function refusedWithoutEffect(
  before: Decided,
  after: Decided,
  event: SystemEvent,
): RefusedDecision | undefined {
  if (!('code' in event.data)) return undefined;
  const key = flagKey(event.data);
  const [was, is] = [before.flags[key], after.flags[key]];
  if (event.type === 'housing.flag.clearance-decided.v1') {
    if (is === undefined || !isInForce(is)) return undefined;
    return conflict(`This would not clear the flag: ${whyItStands(after, key, event.time)}`);
  }
  if (was?.version !== is?.version) return undefined;
  if (!seen.has(event.type) && keptOf(before, key) !== keptOf(after, key)) return undefined;
  return conflict(`This would change nothing: ${whyItStands(after, key, event.time)}`);
}

/** What the record keeps of a flag, to compare. */
function keptOf({ record }: Decided, key: string): string | undefined {
  const held = Object.entries(record?.heldFlags ?? {}).filter(([, one]) => flagKey(one) === key);
  return canonicalize([record?.decisions[key] ?? null, held]);
}

function whyItStands({ record }: Decided, key: string, at: Instant): string {
  const held = Object.values(record?.heldFlags ?? {}).filter(one => flagKey(one) === key);
  const [last] = held
    .filter(({ last: said }) => said.at > at)
    .toSorted((a, b) => (a.last.at < b.last.at ? 1 : -1));
  if (last === undefined) return 'what the flag rests on is later than this decision. Decide again then.';
  return `${last.system} said it as of ${last.last.at}, which is later than this decision. Decide again then.`;
}
