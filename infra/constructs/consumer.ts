import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Alarms, AlarmText } from './alarms.ts';
import { allow } from './allow.ts';
import { GuardedQueue } from './guarded-queue.ts';
import type { HubFunction } from './hub-function.ts';

export interface ConsumerProps {
  alarms: Alarms;
  consumer: HubFunction;
  /** At most this many batches at once, so that one busy queue does not starve the others. */
  maxConcurrency: number;
  /** Messages that the function is given at once; ten when left out. */
  batchSize?: number;
  /** Receives before a message goes to the dead-letter queue; five when left out. */
  maxReceiveCount?: number;
  late: AlarmText;
  failed: AlarmText;
}

/**
 * A queue and the function that processes it: ten messages a batch and five attempts unless said otherwise, failures
 * reported message by message, then the dead-letter queue. Messages are never filtered here: SQS would delete those that do not
 * match, so choosing is for the rule in front.
 */
export class Consumer extends Construct {
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, props: ConsumerProps) {
    super(scope, id);
    const { alarms, consumer, maxConcurrency, batchSize = 10, maxReceiveCount = 5, late, failed } = props;
    const guarded = new GuardedQueue(this, 'Events', {
      alarms,
      // Six times the function's timeout, as AWS advises, so that no message is worked on twice at once.
      visibilityTimeout: Duration.seconds(6 * consumer.timeout.toSeconds()),
      maxReceiveCount,
      maxAge: Duration.minutes(15),
      late,
      failed,
    });
    this.queue = guarded.queue;
    this.deadLetterQueue = guarded.deadLetterQueue;
    consumer.permit(
      allow('sqs', ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'], [this.queue.queueArn]),
    );
    const mapping = new EventSourceMapping(this, 'Source', {
      target: consumer.function,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, 'Serverless-LambdaEventSourceMappingDestination');
  }
}
