import { type CfnParameter, Duration } from 'aws-cdk-lib';
import { Metric, Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { catchUpPolicy } from '../../functions/core/delivery/times.ts';
import { logLines, minutesBetweenDriftLines } from '../../functions/shell/log-lines.ts';
import { recordsTable } from '../../functions/shell/tables/records/table.ts';
import { hubSystemEvents } from '../../schemas/events/system.ts';
import { allow } from './allow.ts';
import { everyMinutes } from './clock.ts';
import { indexArn } from './declared-table.ts';
import type { HubApi } from './hub-api.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { lineMetric } from './line-metric.ts';

export interface DriftProps extends HubParts {
  api: HubApi;
  roleClaim: CfnParameter;
}

/** The longest that a system may be without a warning: from then on it is sent again, and somebody is called. */
const longestLack = Duration.seconds(catchUpPolicy.after);

const oldest = { value: 'oldestSeconds', metricName: 'DriftOldest', unit: Unit.SECONDS } as const;
/** How many are missing, stale or extra is in the line: as metrics, they would cost a system as much as its alarms. */
const metrics = [{ value: 'hoursWrong', metricName: 'HoursOfWrongness' }, oldest] as const;

const overdue = [
  { value: 'states', metricName: 'StateReviewsOverdue' },
  { value: 'facts', metricName: 'FactReviewsOverdue' },
] as const;

/** `drift`: says how far the systems are from what they are owed, to officers and, by the clock, to metrics. */
export class Drift extends Construct {
  constructor(scope: Construct, id: string, props: DriftProps) {
    super(scope, id);
    const { settings, alarms, api } = props;
    const drift = this.function(props);
    api.serve('drift', drift);
    everyMinutes(this, minutesBetweenDriftLines, drift);
    for (const metric of metrics) {
      lineMetric(this, metric.metricName, {
        logGroup: drift.logGroup,
        lines: [logLines.driftMeasured],
        metricNamespace: settings.metricNamespace,
        system: 'system',
        ...metric,
      });
    }
    for (const metric of overdue) {
      lineMetric(this, metric.metricName, {
        ...{ logGroup: drift.logGroup, lines: [logLines.reviewsMeasured], unit: Unit.COUNT },
        ...{ metricNamespace: settings.metricNamespace, ...metric },
      });
    }
    // What does not run measures nothing.
    const errors = drift.function.metricErrors({ statistic: 'Sum' });
    alarms.raise(
      this,
      'FailingAlarm',
      errors,
      { threshold: 1, minutes: 2 * minutesBetweenDriftLines, every: minutesBetweenDriftLines },
      {
        impact: 'nobody would notice that a team’s system lacks warnings.',
        action: 'read the log of the drift function and correct what it cannot read.',
      },
    );
  }

  private function({ settings, bundles, storage, bus, roleClaim }: DriftProps): HubFunction {
    return new HubFunction(this, 'Measure', {
      settings,
      service: 'drift',
      code: bundles.drift(),
      timeout: Duration.minutes(2),
      // It goes through every flag of every system: with less processor an officer would wait in vain.
      memorySize: 1769,
      environment: {
        RECORDS_TABLE: storage.records.tableName,
        DELIVERIES_TABLE: storage.deliveries.tableName,
        ROLE_CLAIM: roleClaim.valueAsString,
        BUS_NAME: bus.bus.eventBusName,
      },
      permissions: [
        bus.publishTypes(hubSystemEvents.map(({ type }) => type)),
        allow('dynamodb', ['Query'], [indexArn(storage.records, recordsTable.indexes.flagged)]),
        allow('dynamodb', ['Query'], [storage.deliveries.tableArn]),
      ],
    });
  }
}

/** Raises an alarm when a system has been without a warning for too long, for whatever reason. */
export function watchDrift(
  scope: Construct,
  { settings, alarms, manifest: { system, title } }: HubParts & { manifest: SystemManifest },
): void {
  const metric = new Metric({
    namespace: settings.metricNamespace,
    metricName: oldest.metricName,
    dimensionsMap: { System: system },
    statistic: 'Maximum',
  });
  alarms.raise(
    scope,
    'DriftAlarm',
    metric,
    {
      threshold: longestLack.toSeconds(),
      minutes: minutesBetweenDriftLines,
      every: minutesBetweenDriftLines,
    },
    {
      impact: `${title} has lacked a warning for half an hour or longer: its people may visit unwarned.`,
      action: `it is sent again by itself once ${title} is reached; see which in GET /v1/flags/drift?system=${system}, and why in the log of deliver-${system}. npm run ops -- resend ${system} does so at once.`,
    },
  );
}
