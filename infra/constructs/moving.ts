import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { allow } from './allow.ts';
import { everyNight } from './clock.ts';
import { writesHistory } from './history-bucket.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';

/** `move`: moves events of years that are over out of the table of records, at night. */
export class Moving extends Construct {
  constructor(scope: Construct, id: string, props: Omit<HubParts, 'tickets' | 'bus'>) {
    super(scope, id);
    const { settings, bundles, storage, alarms } = props;
    const move = new HubFunction(this, 'Move', {
      settings,
      service: 'move',
      code: bundles.move(),
      timeout: Duration.minutes(15),
      environment: {
        RECORDS_TABLE: storage.records.tableName,
        HISTORY_AFTER_MONTHS: String(settings.historyAfterMonths),
      },
      permissions: [
        allow(
          'dynamodb',
          ['BatchGetItem', 'DeleteItem', 'Query', 'Scan', 'UpdateItem'],
          [storage.records.tableArn],
        ),
      ],
    });
    writesHistory(move, storage.history);
    everyNight(this, move);
    const errors = move.function.metricErrors({ statistic: 'Sum' });
    alarms.raise(
      this,
      'FailingAlarm',
      errors,
      { threshold: 1, minutes: 5, every: 5 },
      {
        impact: 'nothing: old events stay where they are, and cost more.',
        action:
          'read the log of the move function and correct what it cannot read or write; it is tried again the next night.',
      },
    );
  }
}
