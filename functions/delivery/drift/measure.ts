import type { Flag } from '../../../schemas/flags.ts';
import type { Instant, SystemName } from '../../../schemas/reference.ts';
import { secondsBetween } from '../../core/time/instants.ts';
import { logLine } from '../../shell/log.ts';
import { logLines, minutesBetweenDriftLines } from '../../shell/log-lines.ts';
import { overdueReviews } from './overdue-reviews.ts';
import { livingFlags, type SystemDriftDeps, systemDrift } from './system-drift.ts';

export interface MeasureDeps extends SystemDriftDeps {
  /** Every flag that lives. */
  flags: () => AsyncIterable<Flag>;
  systems: readonly SystemName[];
  now: () => Instant;
}

/**
 * Says of each system how many flags it lacks, holds too old or holds too much, how many hours of wrongness that is until
 * the next measurement, and for how long the oldest lack has lasted, in seconds; and, once, how many reviews are overdue. Metrics read these lines.
 */
export async function measure(deps: MeasureDeps): Promise<void> {
  const { flags, systems, now } = deps;
  const living = await livingFlags(flags());
  for (const system of systems) {
    const { missing, stale, extra, oldest } = await systemDrift(deps, system, living);
    const oldestSeconds = oldest === undefined ? 0 : secondsBetween(oldest, now());
    const hoursWrong = ((missing + stale + extra) * minutesBetweenDriftLines) / 60;
    logLine(logLines.driftMeasured, { system, missing, stale, extra, hoursWrong, oldestSeconds });
  }
  logLine(logLines.reviewsMeasured, { ...overdueReviews(living) });
}
