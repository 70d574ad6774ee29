import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Alarms, AlarmText } from './alarms.ts';
import type { SharedQueuePolicy } from './shared-queue-policy.ts';

export interface DeadLetterQueueProps {
  alarms: Alarms;
  text: AlarmText;
  /** The policy that it shares with others; it has its own when left out. */
  policy?: SharedQueuePolicy | undefined;
}

/**
 * Where messages wait that could not be processed: 14 days (SQS keeps the time of first arrival, so this is
 * longer than any queue before it), with an alarm at the first one.
 */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { alarms, text, policy }: DeadLetterQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: policy === undefined,
      retentionPeriod: Duration.days(14),
    });
    policy?.cover(this.queue);
    acknowledge(this.queue, 'Serverless-SQSRedrivePolicy');
    const depth = this.queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' });
    alarms.raise(this, 'Alarm', depth, { threshold: 1, minutes: 1 }, text);
  }
}
