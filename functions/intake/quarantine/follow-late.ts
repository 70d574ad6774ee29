import { secondsAfter } from '../../core/time/instants.ts';
import { errorName } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { QuarantineState, QuarantineSummary } from '../../shell/tables/quarantine/item.ts';
import type {
  QuarantinePosition,
  QuarantineReader,
} from '../../shell/tables/quarantine/quarantine-reader.ts';
import { onResolved, type ResolvedDeps } from './on-resolved.ts';
import { releaseIfAnswered, type WaitingDeps } from './on-waiting.ts';

export interface LateDeps extends ResolvedDeps, WaitingDeps {
  items: QuarantineReader;
  systems: readonly string[];
}

/** Long after the streams have brought what they bring, unless they gave up. */
const lateSeconds = 30 * 60;
const pageSize = 100;
/** Of the longest kept; beyond that an alarm says that something else is wrong. */
const maximumPages = 10;

/**
 * Goes through what was resolved and is still not sent on, and through what still waits although what it waits for is
 * known: what the streams gave up is not lost by it. One that fails keeps none behind it.
 */
export async function followLate(deps: LateDeps): Promise<void> {
  const before = secondsAfter(deps.now(), -lateSeconds);
  const isLate = ({ receivedAt, resolutions }: QuarantineSummary) =>
    (resolutions.at(-1)?.at ?? receivedAt) < before;
  for (const { system, id } of (await listed(deps, 'resolved')).filter(isLate)) {
    await alone(id, async () => {
      const item = await deps.items.find([system], id);
      if (item === undefined) return;
      logLine(logLines.resolutionLate, { quarantineId: id });
      await onResolved(deps, item);
    });
  }
  for (const item of (await listed(deps, 'waiting')).filter(isLate)) {
    await alone(item.id, () => releaseIfAnswered(deps, item));
  }
}

/** One that fails is tried again at the next run. */
async function alone(quarantineId: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    logLine(logLines.lateFollowFailed, { quarantineId, error: errorName(error) });
  }
}

async function listed({ items, systems }: LateDeps, state: QuarantineState): Promise<QuarantineSummary[]> {
  const found: QuarantineSummary[] = [];
  let after: QuarantinePosition | undefined;
  for (let page = 0; page < maximumPages; page += 1) {
    const answer = await items.list({ systems, state, limit: pageSize, after });
    found.push(...answer.items);
    after = answer.next;
    if (after === undefined) break;
  }
  return found;
}
