import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientOptions } from '../../../functions/shell/clients.ts';
import type { Answer, Json, Service, Wire } from './wire.ts';

/** A service as its clients reach it: an operation and its JSON in, a status and JSON out. */
export type Serve = (operation: string, body: Json) => Promise<Answer>;

interface HttpRequest {
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

/** The SDK's own seam for the network: below its retries, so that what a fault answers is answered to the SDK. */
function networkOver(wire: Wire, service: Service, serve: Serve) {
  return {
    async handle({ headers, body }: HttpRequest) {
      const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
      const request = { service, operation, body: JSON.parse(textOf(body)) as Json };
      const answer = await wire.carry(request, sent => serve(operation, sent));
      const text = JSON.stringify(answer.body ?? {});
      return {
        response: { statusCode: answer.status, headers: answer.headers ?? {}, body: Buffer.from(text) },
      };
    },
  };
}

function textOf(body: string | Uint8Array | undefined): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

const passing = new Set<unknown>(['THROTTLING', 'TRANSIENT']);

/** The attempts and the judgement of the SDK's standard strategy, without its waiting. */
const retryAtOnce = (() => {
  const token = (attempts: number) => ({ getRetryCount: () => attempts, getRetryDelay: () => 0 });
  return {
    mode: 'standard',
    acquireInitialRetryToken: () => Promise.resolve(token(0)),
    refreshRetryTokenForRetry(used: ReturnType<typeof token>, { errorType }: { errorType: unknown }) {
      const attempts = used.getRetryCount() + 1;
      if (attempts >= clientOptions.maxAttempts || !passing.has(errorType))
        return Promise.reject(new Error('not again'));
      return Promise.resolve(token(attempts));
    },
    recordSuccess: () => undefined,
  };
})();

/** Nobody at the other end checks signatures, and they take a tenth of all the time. */
const unsigned = { sign: <T>(request: T) => Promise.resolve(request) };

function optionsOver(wire: Wire, service: Service, serve: Serve) {
  return {
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: unsigned as never,
    retryStrategy: retryAtOnce as never,
    requestHandler: networkOver(wire, service, serve) as never,
  };
}

/** A client for tables, the real one, with a wire for a network. */
export function documentsOver(wire: Wire, serve: Serve): DynamoDBDocumentClient {
  const client = new DynamoDBClient(optionsOver(wire, 'dynamodb', serve));
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** The clients of the functions, the real ones, with a wire for a network. */
export function clientsOver(wire: Wire, serve: Readonly<Record<Exclude<Service, 'webhook'>, Serve>>) {
  const options = (service: Exclude<Service, 'webhook'>) => optionsOver(wire, service, serve[service]);
  return {
    documents: documentsOver(wire, serve.dynamodb),
    eventBridge: new EventBridgeClient(options('eventbridge')),
    sqs: new SQSClient(options('sqs')),
    secretsManager: new SecretsManagerClient(options('secretsmanager')),
  };
}
