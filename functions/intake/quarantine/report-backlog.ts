import type { Instant } from '../../../schemas/reference.ts';
import { secondsBetween } from '../../core/time/instants.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { QuarantineWaiting } from '../../shell/tables/quarantine/quarantine-waiting.ts';

export interface ReportDeps {
  systems: readonly string[];
  waiting: QuarantineWaiting;
  now: () => Instant;
}

/**
 * Says of each system how much waits in quarantine and for how long the oldest has, in seconds. Metrics read these
 * lines.
 */
export async function reportBacklog({ systems, waiting, now }: ReportDeps): Promise<void> {
  for (const system of systems) {
    const { depth, oldest } = await waiting.backlog(system);
    const oldestSeconds = oldest === undefined ? 0 : secondsBetween(oldest, now());
    logLine(logLines.quarantineBacklog, { system, depth, oldestSeconds });
  }
}
