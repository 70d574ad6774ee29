import { Duration } from 'aws-cdk-lib';
import { Metric, Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { logLines } from '../../functions/shell/log-lines.ts';
import { recordsTable } from '../../functions/shell/tables/records/table.ts';
import { allow } from './allow.ts';
import { everyMinutes } from './clock.ts';
import { indexArn } from './declared-table.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { lineMetric } from './line-metric.ts';

/** How often it is looked for what is due. */
const minutesBetweenRuns = 5;
/** The longest that anything may be due: three runs have passed it over. */
const longestDue = Duration.minutes(15);

/** `watch`: commits every few minutes what time alone has changed. */
export class Watching extends Construct {
  constructor(scope: Construct, id: string, { settings, bundles, alarms, storage }: HubParts) {
    super(scope, id);
    const watch = new HubFunction(this, 'Watch', {
      settings,
      service: 'watch',
      code: bundles.watch(),
      timeout: Duration.minutes(2),
      environment: { RECORDS_TABLE: storage.records.tableName },
      permissions: [
        allow('dynamodb', ['Query'], [indexArn(storage.records, recordsTable.indexes.due)]),
        allow(
          'dynamodb',
          ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem'],
          [storage.records.tableArn],
        ),
      ],
    });
    everyMinutes(this, minutesBetweenRuns, watch);
    const oldest = { metricNamespace: settings.metricNamespace, metricName: 'DueOldest' };
    lineMetric(this, 'DueOldest', {
      ...oldest,
      logGroup: watch.logGroup,
      lines: [logLines.recordsDue],
      value: 'oldestSeconds',
      unit: Unit.SECONDS,
    });
    const { metricNamespace: namespace, metricName } = oldest;
    const late = {
      impact:
        'flags that have expired still send colleagues in pairs, and reviews that are due are on no list.',
      action:
        'read the log of the watch function and correct what it cannot commit; it is retried by itself.',
    };
    const run = { minutes: minutesBetweenRuns, every: minutesBetweenRuns };
    const metric = new Metric({ namespace, metricName, statistic: 'Maximum' });
    alarms.raise(this, 'LateAlarm', metric, { threshold: longestDue.toSeconds(), ...run }, late);
    // What does not run says nothing of what is due.
    const errors = watch.function.metricErrors({ statistic: 'Sum' });
    const limit = { threshold: 1, minutes: longestDue.toMinutes(), every: minutesBetweenRuns };
    alarms.raise(this, 'FailingAlarm', errors, limit, late);
  }
}
