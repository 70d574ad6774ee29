import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Every client gives up on a silent service well before its function's own time limit does. */
export const clientOptions = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};

/** The client that knows what a stack consists of. */
export function cloudFormationClient(): CloudFormationClient {
  return new CloudFormationClient(clientOptions);
}

/** The client of the functions' logs. */
export function cloudWatchLogsClient(): CloudWatchLogsClient {
  return new CloudWatchLogsClient(clientOptions);
}

/** The document client that every store uses; an absent optional field is not written. */
export function documentClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient(clientOptions), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** The client of the hub's bus. */
export function eventBridgeClient(): EventBridgeClient {
  return new EventBridgeClient(clientOptions);
}

/**
 * The client of the bucket of files. A transfer takes as long as it takes, so only the silence between bytes is bounded;
 * checksums are asked for where the hub wants them, because those of the SDK would be part of every signed link.
 */
export function s3Client(): S3Client {
  const { connectionTimeout } = clientOptions.requestHandler;
  return new S3Client({
    ...clientOptions,
    requestHandler: { connectionTimeout, socketTimeout: 30_000 },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** The client of the store of webhook settings. */
export function secretsManagerClient(): SecretsManagerClient {
  return new SecretsManagerClient(clientOptions);
}

/** The client of the queues: the hub’s own and the systems’ inboxes. */
export function sqsClient(): SQSClient {
  return new SQSClient(clientOptions);
}

/** How a function comes by its clients: the real ones, or those of a simulation. */
export interface Clients {
  documentClient: typeof documentClient;
  eventBridgeClient: typeof eventBridgeClient;
  s3Client: typeof s3Client;
  secretsManagerClient: typeof secretsManagerClient;
  sqsClient: typeof sqsClient;
}
