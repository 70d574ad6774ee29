import { Duration } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { systemSourcePrefix } from '../../schemas/envelope.ts';
import { allow, allowKey } from './allow.ts';
import { Consumer } from './consumer.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';

/** `record`: takes what the systems say from the bus and folds it into the record of every home. */
export class RecordKeeping extends Construct {
  /** Where a replay of the archive goes, and nowhere else. */
  readonly ruleArn: string;

  constructor(scope: Construct, id: string, parts: HubParts) {
    super(scope, id);
    const { settings, bundles, alarms, storage, bus } = parts;
    const record = new HubFunction(this, 'Record', {
      settings,
      service: 'record',
      code: bundles.record(),
      timeout: Duration.seconds(30),
      environment: {
        RECORDS_TABLE: storage.records.tableName,
        QUARANTINE_TABLE: storage.quarantine.tableName,
      },
      permissions: [
        allow(
          'dynamodb',
          ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem', 'Query'],
          [storage.records.tableArn],
        ),
        allow('dynamodb', ['PutItem', 'UpdateItem'], [storage.quarantine.tableArn]),
        allowKey(storage.quarantineKey),
      ],
    });
    const consumer = new Consumer(this, 'Consumer', {
      alarms,
      consumer: record,
      maxConcurrency: 10,
      late: {
        impact:
          'officers see homes as they were: new leaks, missed visits and flags are not on the record yet.',
        action:
          'look at the errors and throttles of the record function; events wait in its queue for 7 days.',
      },
      failed: {
        impact: 'something a team reported is missing from a home’s record, and flags may be wrong there.',
        action:
          'read the record function’s log for the reason, correct it, redrive the queue within 14 days.',
      },
    });
    const rule = bus.route(this, 'Rule', { source: Match.prefix(systemSourcePrefix) }, consumer);
    this.ruleArn = rule.ruleArn;
  }
}
