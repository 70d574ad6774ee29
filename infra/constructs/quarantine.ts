import { Duration } from 'aws-cdk-lib';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { quarantineTable } from '../../functions/shell/tables/quarantine/table.ts';
import type { EventType } from '../../schemas/catalogue.ts';
import { hubSource } from '../../schemas/envelope.ts';
import { officersSource } from '../../schemas/officers.ts';
import { acknowledge } from '../nag.ts';
import { allow, allowKey, openedRows } from './allow.ts';
import { everyMinutes } from './clock.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { indexArn } from './declared-table.ts';
import { readsHistory } from './history-bucket.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { countQuarantine, minutesBetweenCounts, watchSkipped } from './quarantine-metrics.ts';
import { readStream } from './stream-source.ts';

/** What opens a case that something in quarantine may wait for, or that people look for by its number. */
const openings = [
  'housing.repair.raised.v1',
  'housing.leak.reported.v1',
  'housing.complaint.received.v1',
  'housing.disrepair.claim-received.v1',
  'housing.works.planned.v1',
] as const satisfies readonly EventType[];

/** `quarantine`: announces what waits, lets it go on when it can, and counts it. */
export class Quarantine extends Construct {
  constructor(scope: Construct, id: string, props: HubParts) {
    super(scope, id);
    const { settings, alarms, storage } = props;
    const { queue } = new DeadLetterQueue(this, 'Failed', {
      alarms,
      text: {
        impact:
          'something that a team has resolved is still on no home’s record, or nothing announced that it waits.',
        action:
          'read the log of the quarantine function and correct the cause; what was resolved is then sent on within three quarters of an hour, and what waits stands in GET /v1/quarantine.',
      },
    });
    acknowledge(queue, 'AwsSolutions-SQS3');
    const follow = this.function(props, queue);
    readsHistory(follow, storage.history);
    const states = { state: { S: FilterRule.or('waiting', 'resolved') } };
    const items = { dynamodb: { NewImage: states } };
    const opened = {
      eventName: FilterRule.isEqual('INSERT'),
      dynamodb: {
        Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } },
        NewImage: { type: { S: FilterRule.or(...openings) } },
      },
    };
    // What is given up stays as it is, for everybody to see, and is followed by the clock.
    const source = { target: follow, failed: queue };
    readStream(this, 'Items', { ...source, streamArn: storage.quarantineStreamArn, filter: items });
    readStream(this, 'Openings', { ...source, streamArn: storage.recordsStreamArn, filter: opened });
    const age = follow.function.metric('IteratorAge', { statistic: 'Maximum' });
    alarms.raise(
      this,
      'StreamAgeAlarm',
      age,
      { threshold: Duration.minutes(15).toMilliseconds(), minutes: 5 },
      {
        impact: 'what teams have resolved is on no home’s record yet, and what waits is not announced.',
        action:
          'look at the errors and throttles of the quarantine function; after 24 hours a stream forgets.',
      },
    );
    everyMinutes(this, minutesBetweenCounts, follow);
    countQuarantine(this, settings, follow);
    watchSkipped(this, props, follow);
  }

  private function({ settings, bundles, storage, bus, tickets }: HubParts, failed: IQueue): HubFunction {
    const { quarantine, directory, records } = storage;
    const streams = [storage.quarantineStreamArn, storage.recordsStreamArn];
    return new HubFunction(this, 'Follow', {
      settings,
      service: 'quarantine',
      code: bundles.quarantine(),
      timeout: Duration.seconds(60),
      environment: {
        QUARANTINE_TABLE: quarantine.tableName,
        DIRECTORY_TABLE: directory.tableName,
        RECORDS_TABLE: records.tableName,
        BUS_NAME: bus.bus.eventBusName,
        TICKET_BUS_NAME: tickets.name,
      },
      permissions: [
        bus.publishAs(hubSource, officersSource),
        tickets.sendTickets(),
        allow('dynamodb', ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'], streams),
        allow(
          'dynamodb',
          ['BatchGetItem', 'DeleteItem', 'PutItem', 'Query', 'UpdateItem'],
          [quarantine.tableArn],
        ),
        allow('dynamodb', ['Query'], [indexArn(quarantine, quarantineTable.indexes.listed)]),
        allow('dynamodb', ['GetItem', 'PutItem', 'Query'], [directory.tableArn], openedRows),
        allow('dynamodb', ['BatchGetItem'], [directory.tableArn]),
        allow('dynamodb', ['BatchGetItem', 'Query'], [records.tableArn]),
        allow('sqs', ['SendMessage'], [failed.queueArn]),
        allowKey(storage.personalKey),
      ],
    });
  }
}
