import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms, AlarmText } from './alarms.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { SharedQueuePolicy } from './shared-queue-policy.ts';

export interface GuardedQueueProps {
  alarms: Alarms;
  visibilityTimeout: Duration;
  /** Receives before a message goes to the dead-letter queue. */
  maxReceiveCount: number;
  /** How old the oldest message may grow. */
  maxAge: Duration;
  /** What it means when messages wait too long. */
  late: AlarmText;
  /** What it means when a message ends in the dead-letter queue, or the queue where those of another go. */
  failed: AlarmText | Queue;
  /** The policy that it shares with others; it has its own when left out. */
  policy?: SharedQueuePolicy | undefined;
}

/** An encrypted queue that keeps messages for 7 days, with a dead-letter queue and alarms on both. */
export class GuardedQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, props: GuardedQueueProps) {
    super(scope, id);
    const { alarms, visibilityTimeout, maxReceiveCount, maxAge, failed, policy } = props;
    this.deadLetterQueue =
      failed instanceof Queue
        ? failed
        : new DeadLetterQueue(this, 'DeadLetters', { alarms, text: failed, policy }).queue;
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: policy === undefined,
      retentionPeriod: Duration.days(7),
      visibilityTimeout,
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount },
    });
    policy?.cover(this.queue);
    const age = this.queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' });
    alarms.raise(this, 'AgeAlarm', age, { threshold: maxAge.toSeconds(), minutes: 5 }, props.late);
  }
}
