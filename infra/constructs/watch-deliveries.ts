import { Duration } from 'aws-cdk-lib';
import { Unit } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { retryPolicy } from '../../functions/core/delivery/times.ts';
import { logLines } from '../../functions/shell/log-lines.ts';
import type { AlarmText } from './alarms.ts';
import type { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { lineMetric } from './line-metric.ts';

/** A message that is retried later comes again within this time at the latest: an alarm looks at a little more. */
const minutesBetweenLines = retryPolicy.cap / 60 + 5;

type WatchedProps = HubParts & { manifest: SystemManifest };

/**
 * Raises alarms from what `deliver` logs of its own queue: that a system it pushes to cannot be reached, and that something
 * was retried for a quarter of an hour. SQS's own age of a queue leaves out what was received more than three times.
 */
export function watchDeliveries(scope: Construct, deliver: HubFunction, props: WatchedProps): void {
  watchLate(scope, deliver, props);
  if (props.manifest.delivery === 'webhook') watchReach(scope, deliver, props);
}

function watchLate(scope: Construct, { logGroup }: HubFunction, props: WatchedProps): void {
  const { system, title } = props.manifest;
  const waited = lineMetric(scope, 'RetryDelaySeconds', {
    logGroup,
    lines: [logLines.deliveryRetriedLater],
    metricNamespace: props.settings.metricNamespace,
    metricName: `RetryDelaySeconds-${system}`,
    value: 'waitedSeconds',
    unit: Unit.SECONDS,
  });
  raise(scope, 'LateAlarm', props, waited, Duration.minutes(15).toSeconds(), {
    impact: `${title} has not received a flag for 15 minutes or longer: its people may visit unwarned.`,
    action: `see in the log of deliver-${system} why it is retried; after ${retryPolicy.givenUpAfterDays} days it goes to the dead letters.`,
  });
}

/** Both lines count: a circuit opens once, and says that it is open as long as messages come. */
function watchReach(scope: Construct, { logGroup }: HubFunction, props: WatchedProps): void {
  const { system, title } = props.manifest;
  const refused = lineMetric(scope, 'OutOfReach', {
    logGroup,
    lines: [logLines.circuitOpened, logLines.circuitOpen],
    metricNamespace: props.settings.metricNamespace,
    metricName: `OutOfReach-${system}`,
    unit: Unit.COUNT,
  });
  raise(scope, 'ReachAlarm', props, refused, 1, {
    impact: `${title} cannot be reached and hears of no flag until it can: its people may visit unwarned.`,
    action: `tell its team since when (log of deliver-${system}); nothing is lost, and it catches up by itself.`,
  });
}

function raise(
  scope: Construct,
  id: string,
  { alarms }: WatchedProps,
  filter: MetricFilter,
  threshold: number,
  text: AlarmText,
): void {
  const metric = filter.metric({ statistic: 'Maximum', period: Duration.minutes(minutesBetweenLines) });
  alarms.raise(
    scope,
    id,
    metric,
    { threshold, minutes: minutesBetweenLines, every: minutesBetweenLines },
    text,
  );
}
