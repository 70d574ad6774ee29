import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { logLines } from '../../functions/shell/log-lines.ts';
import { hubSource } from '../../schemas/envelope.ts';
import { officersSource } from '../../schemas/officers.ts';
import { acknowledge } from '../nag.ts';
import { allow } from './allow.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { lineMetric } from './line-metric.ts';
import { readStream } from './stream-source.ts';

/** `relay`: publishes what the record decided, from the rows of the records table’s stream that announce anything. */
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
          '`npm run ops -- dead-letters` says which outbox rows and why; correct the cause; the rows stay: `npm run ops -- redrive announcements` has them published.',
      },
    });
    acknowledge(queue, 'AwsSolutions-SQS3');
    const relay = new HubFunction(this, 'Relay', {
      settings,
      service: 'relay',
      code: bundles.relay(),
      timeout: Duration.seconds(30),
      environment: { BUS_NAME: bus.bus.eventBusName, DEAD_LETTER_QUEUE_URL: queue.queueUrl },
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
      // What is announced by a commit is new; what is to be announced again was marked.
      filter: { dynamodb: { NewImage: { announces: { N: FilterRule.exists() } } } },
    });
    this.watch(relay, parts);
  }

  private watch(relay: HubFunction, { alarms, settings }: HubParts): void {
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
    const held = {
      impact: 'flags that were raised or cleared are not reaching the teams’ systems.',
      action: 'read the relay’s log; it repeats for 12 hours before it gives an announcement up.',
    };
    // A partial batch response is a success to Lambda: the function itself says that it holds something back.
    const notPublished = lineMetric(this, 'NotPublished', {
      logGroup: relay.logGroup,
      lines: [logLines.outboxNotPublished],
      metricNamespace: settings.metricNamespace,
      metricName: 'AnnouncementsHeld',
    });
    const failing = new MathExpression({
      label: 'Failures of the relay, whole or in part',
      expression: 'FILL(errors, 0) + FILL(held, 0)',
      usingMetrics: {
        errors: relay.function.metricErrors({ statistic: 'Sum' }),
        held: notPublished.metric({ statistic: 'Sum' }),
      },
    });
    alarms.raise(this, 'FailingAlarm', failing, { threshold: 1, minutes: 3 }, held);
  }
}
