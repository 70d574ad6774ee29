import { Duration } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { markOf } from '../../functions/shell/priority.ts';
import { systemSourcePrefix } from '../../schemas/envelope.ts';
import { hubFlagEvents } from '../../schemas/events/flag.ts';
import { allow, allowKey } from './allow.ts';
import { Consumer } from './consumer.ts';
import { readsHistory } from './history-bucket.ts';
import { ignoreReplays, orElse } from './hub-bus.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { SharedQueuePolicy } from './shared-queue-policy.ts';

/** What is marked as of a file or a long list, and what is replayed, may take its time. */
const bulk = { resources: [markOf('bulk')] };
const replayed = { 'replay-name': [{ exists: true }] };

/**
 * `record`: takes what the systems say from the bus and folds it into the record of every home. Bulk has a queue of its own and a
 * small share of the function, so that 100,000 rows hold up no single event. In which order the two come is all one: a record
 * is the same in whichever order its events arrive.
 */
export class RecordKeeping extends Construct {
  /** Where a replay of the archive goes, and nowhere else. */
  readonly ruleArn: string;

  constructor(scope: Construct, id: string, parts: HubParts) {
    super(scope, id);
    const { settings, alarms, bus } = parts;
    const record = this.record(parts);
    readsHistory(record, parts.storage.history);
    const policy = new SharedQueuePolicy(this, 'Queues');
    const ofFunction = { alarms, consumer: record, policy };
    const single = new Consumer(this, 'Consumer', {
      ...ofFunction,
      maxConcurrency: 10,
      batchSeconds: settings.batchSeconds.record,
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
    const many = new Consumer(this, 'Bulk', {
      ...ofFunction,
      // The least that AWS takes: two of twelve.
      maxConcurrency: 2,
      batchSize: 40,
      batchSeconds: settings.batchSeconds.bulk,
      maxAgeMinutes: 120,
      late: {
        impact: 'what a file or a long list said is on no home’s record after two hours.',
        action:
          'look at the errors and throttles of the record function; events wait in its queue for 7 days.',
      },
      failed: single,
    });
    const source = Match.prefix(systemSourcePrefix);
    ignoreReplays(bus.route(this, 'Rule', { source, resources: [markOf('single')] }, single));
    const bulkRule = bus.route(this, 'BulkRule', { source }, many);
    orElse(bulkRule, [bulk, replayed]);
    this.ruleArn = bulkRule.ruleArn;
  }

  private record({ settings, bundles, storage, bus }: HubParts): HubFunction {
    return new HubFunction(this, 'Record', {
      settings,
      service: 'record',
      code: bundles.record(),
      timeout: Duration.seconds(30),
      environment: {
        RECORDS_TABLE: storage.records.tableName,
        QUARANTINE_TABLE: storage.quarantine.tableName,
        BUS_NAME: bus.bus.eventBusName,
      },
      permissions: [
        allow(
          'dynamodb',
          ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem', 'Query'],
          [storage.records.tableArn],
        ),
        bus.publishTypes(hubFlagEvents.map(({ type }) => type)),
        allow('dynamodb', ['PutItem', 'UpdateItem'], [storage.quarantine.tableArn]),
        allowKey(storage.personalKey),
      ],
    });
  }
}
