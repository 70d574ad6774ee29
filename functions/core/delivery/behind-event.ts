import type { HubSystemEvent } from '../../../schemas/catalogue.ts';
import { hubSource } from '../../../schemas/envelope.ts';
import type { Instant, SystemName } from '../../../schemas/reference.ts';
import { derivedId } from '../envelope/derived-id.ts';
import { hubEnvelope } from '../envelope/hub-envelope.ts';
import { isOverdue } from './catch-up.ts';
import { type Difference, driftKinds } from './drift.ts';

const type = 'housing.system.behind.v1';

/**
 * What the hub says of a system that does not hold what it is owed, and has not for longer than the usual way takes.
 * @returns undefined where there is no such difference. One measurement has one id.
 */
export function behindEvent(
  system: SystemName,
  differences: readonly Difference[],
  at: Instant,
): HubSystemEvent | undefined {
  const overdue = differences.filter(({ since }) => isOverdue(since, at));
  const since = overdue.map(one => one.since).toSorted()[0];
  if (since === undefined) return undefined;
  const counts = driftKinds.map(kind => [kind, overdue.filter(one => one.kind === kind).length] as const);
  const id = derivedId(hubSource, type, system, at);
  return {
    ...hubEnvelope({ id, type, subject: `system/${system}`, system, at }),
    data: { system, ...(Object.fromEntries(counts) as Record<Difference['kind'], number>), since },
  };
}
