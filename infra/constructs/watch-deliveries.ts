import { Duration } from 'aws-cdk-lib';
import { Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import type { AlarmText } from './alarms.ts';
import type { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';

/** What is put off comes again within a quarter of an hour, and says so again: an alarm looks at a little more. */
const minutesBetweenWords = 20;

interface Watched {
  /** The line of the function's log that counts. */
  message: string;
  metricName: string;
  value: string;
  unit: Unit;
  threshold: number;
  text: AlarmText;
}

/**
 * Raises alarms from what `deliver` says of its own queue: that a system it pushes to cannot be reached, and that something
 * was put off for a quarter of an hour. SQS's own age of a queue leaves out what was received more than three times.
 */
export function watchDeliveries(
  scope: Construct,
  deliver: HubFunction,
  props: HubParts & { manifest: SystemManifest },
): void {
  const { settings, alarms, manifest } = props;
  const watched = {
    Late: late(manifest),
    ...(manifest.delivery === 'webhook' ? { Reach: reach(manifest) } : {}),
  };
  for (const [id, { message, metricName, value, unit, threshold, text }] of Object.entries(watched)) {
    const filter = new MetricFilter(scope, metricName, {
      logGroup: deliver.logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', message),
      metricNamespace: settings.metricNamespace,
      metricName: `${metricName}-${manifest.system}`,
      metricValue: value,
      unit,
    });
    const metric = filter.metric({ statistic: 'Maximum', period: Duration.minutes(minutesBetweenWords) });
    const limit = { threshold, minutes: minutesBetweenWords, every: minutesBetweenWords };
    alarms.raise(scope, `${id}Alarm`, metric, limit, text);
  }
}

function late({ system, title }: SystemManifest): Watched {
  return {
    ...{ message: 'Put off', metricName: 'PutOffSeconds', value: '$.waitedSeconds', unit: Unit.SECONDS },
    threshold: Duration.minutes(15).toSeconds(),
    text: {
      impact: `${title} has not been told of a flag for 15 minutes or longer: its people may visit unwarned.`,
      action: `see in the log of deliver-${system} why it is put off; after twelve hours it goes to the dead letters.`,
    },
  };
}

function reach({ system, title }: SystemManifest): Watched {
  return {
    ...{ message: 'The system cannot be reached', metricName: 'OutOfReach', value: '1', unit: Unit.COUNT },
    threshold: 1,
    text: {
      impact: `${title} cannot be reached and hears of no flag until it can: its people may visit unwarned.`,
      action: `tell its team since when (log of deliver-${system}); nothing is lost for twelve hours, and it catches up by itself.`,
    },
  };
}
