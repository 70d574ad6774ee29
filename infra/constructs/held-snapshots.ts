import type { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { logLines } from '../../functions/shell/log-lines.ts';
import type { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { lineMetric } from './line-metric.ts';

/** Raises an alarm when a snapshot of a system is held: nothing of that night is known until somebody looks at it. */
export function watchHeldSnapshots(
  scope: Construct,
  files: HubFunction,
  { settings, alarms, manifest: { system, title, snapshots } }: HubParts & { manifest: SystemManifest },
): void {
  if (snapshots === undefined) return;
  const filter = lineMetric(scope, 'HeldSnapshots', {
    logGroup: files.logGroup,
    lines: [logLines.snapshotHeld],
    metricNamespace: settings.metricNamespace,
    metricName: `HeldSnapshots-${system}`,
  });
  alarms.raise(
    scope,
    'HeldAlarm',
    filter.metric({ statistic: 'Sum' }),
    { threshold: 1, minutes: 1 },
    {
      impact: `what changed in ${title} since its last extract is on no home’s record: the file looks cut off.`,
      action: `find the file’s id in the log of files-${system}, ask the team, then upload the whole file or POST …/files/{fileId}/believe.`,
    },
  );
}
