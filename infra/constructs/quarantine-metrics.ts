import { Metric, Unit } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { logLines } from '../../functions/shell/log-lines.ts';
import type { Settings } from '../settings.ts';
import type { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { lineMetric } from './line-metric.ts';

/** How often the quarantine is counted. */
export const minutesBetweenCounts = 15;
const days = 24 * 60 * 60;
/** The longest that anything may wait for a person before the alarm. */
const longestWait = 2 * days;
/** More than a team leaves lying about: a whole feed is not understood. */
const highestDepth = 100;

const depth = { value: 'depth', metricName: 'QuarantineDepth', unit: Unit.COUNT } as const;
const oldest = { value: 'oldestSeconds', metricName: 'QuarantineOldest', unit: Unit.SECONDS } as const;

/** Makes metrics of the lines in which `quarantine` says, of each system, how much waits and since when. */
export function countQuarantine(scope: Construct, settings: Settings, { logGroup }: HubFunction): void {
  for (const metric of [depth, oldest]) {
    lineMetric(scope, metric.metricName, {
      logGroup,
      lines: [logLines.quarantineBacklog],
      metricNamespace: settings.metricNamespace,
      system: 'system',
      ...metric,
    });
  }
}

/** Raises an alarm when `quarantine` cannot follow an item: neither stream nor clock fails by it, and none else would say so. */
export function watchSkipped(
  scope: Construct,
  { settings, alarms }: HubParts,
  { logGroup }: HubFunction,
): void {
  const skipped = lineMetric(scope, 'Skipped', {
    logGroup,
    lines: [logLines.quarantineChangeSkipped, logLines.lateFollowFailed],
    metricNamespace: settings.metricNamespace,
    metricName: 'QuarantineSkipped',
  });
  alarms.raise(
    scope,
    'SkippedAlarm',
    skipped.metric({ statistic: 'Sum' }),
    { threshold: 1, minutes: 1 },
    {
      impact:
        'something that a team reported or resolved is on no home’s record, and goes on by itself nowhere.',
      action:
        'read the log of the quarantine function and correct the cause; what still waits is followed within three quarters of an hour.',
    },
  );
}

/** Raises alarms when something of a system waits too long, or too much of it does. */
export function watchQuarantine(
  scope: Construct,
  { settings, alarms, manifest: { system, title } }: HubParts & { manifest: SystemManifest },
): void {
  const metric = ({ metricName }: { metricName: string }) =>
    new Metric({
      namespace: settings.metricNamespace,
      metricName,
      dimensionsMap: { System: system },
      statistic: 'Maximum',
    });
  const once = { minutes: minutesBetweenCounts, every: minutesBetweenCounts };
  alarms.raise(
    scope,
    'QuarantineAgeAlarm',
    metric(oldest),
    { threshold: longestWait, ...once },
    {
      impact: `something that ${title} reported two days ago is on no home’s record: nobody acts on it.`,
      action: `ask its team to look at GET /v1/quarantine?system=${system} and to choose the home or correct the entry.`,
    },
  );
  alarms.raise(
    scope,
    'QuarantineDepthAlarm',
    metric(depth),
    { threshold: highestDepth, ...once },
    {
      impact: `${highestDepth} or more reports of ${title} are on no home’s record: other teams decide without them.`,
      action: `see in GET /v1/quarantine?system=${system} what they have in common: a reference list that is missing, a format that changed.`,
    },
  );
}
