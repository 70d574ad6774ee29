import { SQSClient } from '@aws-sdk/client-sqs';
import { clientOptions } from './options.ts';

/** The client of the systems' inbox queues. */
export function sqsClient(): SQSClient {
  return new SQSClient(clientOptions);
}
