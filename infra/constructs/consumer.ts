import { Duration } from 'aws-cdk-lib';
import type { IRuleTarget } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Alarms, AlarmText } from './alarms.ts';
import { allow } from './allow.ts';
import { GuardedQueue } from './guarded-queue.ts';
import type { HubFunction } from './hub-function.ts';
import type { SharedQueuePolicy } from './shared-queue-policy.ts';

export interface ConsumerProps {
  alarms: Alarms;
  consumer: HubFunction;
  /** At most this many batches at once, so that one busy queue does not starve the others. */
  maxConcurrency: number;
  /** Messages that the function is given at once; ten when left out. */
  batchSize?: number;
  /** How many seconds messages are gathered for a batch; none when left out. */
  batchSeconds?: number;
  /** Receives before a message goes to the dead-letter queue; five when left out. */
  maxReceiveCount?: number;
  /** How many minutes the oldest message may wait; fifteen when left out. */
  maxAgeMinutes?: number;
  late: AlarmText;
  /** What a dead letter means, or the consumer of the same function among whose dead letters they are. */
  failed: AlarmText | Consumer;
  /** The policy of its queues, where others have it too. */
  policy?: SharedQueuePolicy;
}

/**
 * A queue and the function that processes it: ten messages a batch and five attempts unless said otherwise, failures
 * reported message by message, then the dead-letter queue. Messages are never filtered here: SQS would delete those that do not
 * match, so choosing is for the rule in front.
 */
export class Consumer extends Construct {
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;
  private readonly policy: SharedQueuePolicy | undefined;

  constructor(scope: Construct, id: string, props: ConsumerProps) {
    super(scope, id);
    const { alarms, consumer, maxConcurrency, batchSize = 10, maxReceiveCount = 5, late, failed } = props;
    const { batchSeconds = 0, maxAgeMinutes = 15, policy } = props;
    this.policy = policy;
    const guarded = new GuardedQueue(this, 'Events', {
      alarms,
      // Six times the function's timeout, as AWS advises, so that no message is worked on twice at once.
      visibilityTimeout: Duration.seconds(6 * consumer.timeout.toSeconds()),
      maxReceiveCount,
      maxAge: Duration.minutes(maxAgeMinutes),
      late,
      failed: failed instanceof Consumer ? failed.deadLetterQueue : failed,
      policy,
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
      ...(batchSeconds > 0 && { maxBatchingWindow: Duration.seconds(batchSeconds) }),
      maxConcurrency,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, 'Serverless-LambdaEventSourceMappingDestination');
  }

  /**
   * The queue as a rule's target. What EventBridge cannot hand over in a day goes to the dead-letter queue, in the form in which it
   * would have arrived.
   */
  target(): IRuleTarget {
    const { queue, deadLetterQueue, policy } = this;
    const hours = 24;
    const retryAttempts = 185;
    if (policy === undefined)
      return new SqsQueue(queue, { deadLetterQueue, maxEventAge: Duration.hours(hours), retryAttempts });
    return {
      bind(rule) {
        policy.admit(rule.ruleRef.ruleArn);
        return {
          arn: queue.queueArn,
          deadLetterConfig: { arn: deadLetterQueue.queueArn },
          retryPolicy: { maximumEventAgeInSeconds: hours * 3600, maximumRetryAttempts: retryAttempts },
          targetResource: queue,
        };
      },
    };
  }
}
