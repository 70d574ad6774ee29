import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { HubFunction } from './hub-function.ts';

/**
 * Feeds a function from a table's stream. An outage must not use the attempts up: retries are bounded by age, well inside
 * the stream's day; what is given up then is noted in a queue.
 */
export function readStream(
  scope: Construct,
  id: string,
  source: { target: HubFunction; streamArn: string; failed: IQueue; filter: object },
): void {
  const { target, streamArn, failed, filter } = source;
  new EventSourceMapping(scope, id, {
    target: target.function,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 25,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 1000,
    maxRecordAge: Duration.hours(12),
    onFailure: { bind: () => ({ destination: failed.queueArn }) },
    filters: [FilterCriteria.filter(filter)],
  });
}
