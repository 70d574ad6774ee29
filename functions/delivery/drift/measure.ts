import type { Flag } from '../../../schemas/flags.ts';
import type { Instant, SystemName } from '../../../schemas/reference.ts';
import { behindEvent } from '../../core/delivery/behind-event.ts';
import { secondsBetween } from '../../core/time/instants.ts';
import { errorName } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines, minutesBetweenDriftLines } from '../../shell/log-lines.ts';
import type { Publish } from '../../shell/publisher.ts';
import { overdueReviews } from './overdue-reviews.ts';
import {
  type LivingFlag,
  livingFlags,
  type Shown,
  type SystemDriftDeps,
  systemDrift,
} from './system-drift.ts';

export interface MeasureDeps extends SystemDriftDeps {
  /** Every flag that lives. */
  flags: () => AsyncIterable<Flag>;
  systems: readonly SystemName[];
  now: () => Instant;
  publish: Publish;
}

/**
 * Says of each system how many flags it lacks, holds too old or holds too much, how many hours of wrongness that is until
 * the next measurement, and for how long the oldest lack has lasted, in seconds; and, once, how many reviews are overdue. Metrics read these lines.
 * One system that cannot be measured keeps no other from it.
 * Of a system that has been behind for half an hour it says so on the bus: its own `deliver` sends again what it lacks.
 * @throws the first failure, once every other system was measured: the function counts as failed then
 */
export async function measure(deps: MeasureDeps): Promise<void> {
  const { flags, systems } = deps;
  const living = await livingFlags(flags());
  const failures: unknown[] = [];
  for (const system of systems) {
    await measureOne(deps, system, living).catch((error: unknown) => {
      failures.push(error);
      logLine(logLines.driftNotMeasured, { system, error: errorName(error) });
    });
  }
  logLine(logLines.reviewsMeasured, { ...overdueReviews(living) });
  if (failures.length > 0) throw failures[0];
}

async function measureOne(
  deps: MeasureDeps,
  system: SystemName,
  living: readonly LivingFlag[],
): Promise<void> {
  const { missing, stale, extra, oldest, differences } = await systemDrift(deps, system, living);
  const oldestSeconds = oldest === undefined ? 0 : secondsBetween(oldest, deps.now());
  const hoursWrong = ((missing + stale + extra) * minutesBetweenDriftLines) / 60;
  logLine(logLines.driftMeasured, { system, missing, stale, extra, hoursWrong, oldestSeconds });
  await sayBehind(deps, system, differences);
}

/** Of a warning of the system's own the hub cannot say anything: only the system itself can take that back. */
async function sayBehind(
  { publish, now }: MeasureDeps,
  system: SystemName,
  differences: readonly Shown[],
): Promise<void> {
  const event = behindEvent(
    system,
    differences.filter(one => 'id' in one),
    now(),
  );
  if (event === undefined) return;
  const failed = await publish([event]);
  if (failed.length > 0)
    logLine(logLines.behindNotPublished, { system, codes: failed.map(({ code }) => code) });
}
