import { Duration } from 'aws-cdk-lib';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { hubSource } from '../../schemas/envelope.ts';
import { officersSource } from '../../schemas/officers.ts';
import { acknowledge } from '../nag.ts';
import type { Alarms } from './alarms.ts';
import { allow } from './allow.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { readStream } from './stream-source.ts';

/** `relay`: publishes what the record decided, from the outbox rows in the stream of the records table. */
export class Announcing extends Construct {
  constructor(scope: Construct, id: string, parts: HubParts) {
    super(scope, id);
    const { settings, bundles, alarms, storage, bus } = parts;
    const { queue } = new DeadLetterQueue(this, 'Failed', {
      alarms,
      text: {
        impact:
          'flags were raised or cleared and the teams’ systems have not received it: a visit may go unwarned.',
        action:
          'read the relay’s log and correct the cause; the outbox rows stay 7 days: `npm run ops -- redrive announcements` has them published.',
      },
    });
    acknowledge(queue, 'AwsSolutions-SQS3');
    const relay = new HubFunction(this, 'Relay', {
      settings,
      service: 'relay',
      code: bundles.relay,
      timeout: Duration.seconds(30),
      environment: { BUS_NAME: bus.bus.eventBusName },
      permissions: [
        bus.publishAs(hubSource, officersSource),
        allow(
          'dynamodb',
          ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
          [storage.recordsStreamArn],
        ),
        allow('sqs', ['SendMessage'], [queue.queueArn]),
      ],
    });
    readStream(this, 'Source', {
      target: relay,
      streamArn: storage.recordsStreamArn,
      failed: queue,
      filter: {
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('OUTBOX#') } } },
      },
    });
    this.watch(relay, alarms);
  }

  private watch(relay: HubFunction, alarms: Alarms): void {
    const age = relay.function.metric('IteratorAge', { statistic: 'Maximum' });
    alarms.raise(
      this,
      'StreamAgeAlarm',
      age,
      { threshold: Duration.minutes(5).toMilliseconds(), minutes: 5 },
      {
        impact: 'a flag raised now reaches the teams’ systems more than five minutes late.',
        action:
          'look at the relay’s errors and throttles; after 24 hours the stream forgets what was not announced.',
      },
    );
    const errors = relay.function.metricErrors({ statistic: 'Sum' });
    alarms.raise(
      this,
      'ErrorsAlarm',
      errors,
      { threshold: 1, minutes: 3 },
      {
        impact: 'flags that were raised or cleared are not reaching the teams’ systems.',
        action: 'read the relay’s log; it repeats for 12 hours before it gives an announcement up.',
      },
    );
  }
}
