import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clients } from '../../../functions/shell/clients.ts';
import { type Answer, type Call, type Json, type Service, thisProcess } from './process.ts';
import { byShortWay, documentsByShortWay } from './short-way.ts';

interface HttpRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** The SDK's own seam for the network. Which world a call goes to is known by the process that makes it. */
function networkOf(
  service: Service,
  read: (request: HttpRequest) => Promise<Pick<Call, 'operation' | 'body'>>,
) {
  return {
    async handle(request: HttpRequest) {
      const process = thisProcess();
      const answer = await process.network.carry({ process, service, ...(await read(request)) });
      return { response: responseOf(answer, service) };
    },
    destroy: () => undefined,
    metadata: { handlerProtocol: 'http/1.1' },
  };
}

/** An object is read as a stream, everything else at once. */
function responseOf({ status, headers = {}, body }: Answer, service: Service) {
  if (service === 's3')
    return { statusCode: status, headers, body: Readable.from(body === undefined ? [] : [body]) };
  return { statusCode: status, headers, body: Buffer.from(JSON.stringify(body ?? {})) };
}

function readJsonCall({ headers, body }: HttpRequest) {
  const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
  return Promise.resolve({ operation, body: JSON.parse(textOf(body)) as Json });
}

/** S3 has no JSON: the method is what is done, the path is to what, a header to which of it. A body may be a stream. */
async function readObjectCall({ method, path, headers, body }: HttpRequest) {
  const content =
    body instanceof Readable ? Buffer.concat(await body.toArray()) : Buffer.from((body ?? '') as string);
  const [, bucket, ...key] = path.split('/');
  const conditions = { ifMatch: headers['if-match'], ifNoneMatch: headers['if-none-match'] };
  return {
    operation: method,
    body: { bucket, key: decodeURIComponent(key.join('/')), content, ...conditions },
  };
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array);
}

/** The world retries by itself, on its own clock, as the SDK would: see `network.ts`. */
const noRetry = {
  mode: 'standard',
  acquireInitialRetryToken: () => Promise.resolve({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
  refreshRetryTokenForRetry: () => Promise.reject(new Error('The network has retried already')),
  recordSuccess: () => undefined,
};

/** Where a service is does not depend on anything here, and nobody checks signatures: both would be much of all the time. */
const shortcuts = {
  endpointProvider: () => ({ url: new URL('https://service.test'), properties: {}, headers: {} }),
  httpAuthSchemeProvider: () => [{ schemeId: 'smithy.api#noAuth' }],
  httpAuthSchemes: [
    {
      schemeId: 'smithy.api#noAuth',
      identityProvider: () => () => Promise.resolve({}),
      signer: { sign: (request: unknown) => Promise.resolve(request) },
    },
  ],
} as object;

function optionsOf(service: Service) {
  return {
    region: 'eu-west-2',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    retryStrategy: noRetry as never,
    requestHandler: networkOf(service, service === 's3' ? readObjectCall : readJsonCall) as never,
  };
}

/** What of the SDK neither decides what is asked nor what comes of it: logs, headers that nobody reads, and its retries. */
const idle = [
  'loggerMiddleware',
  'getUserAgentMiddleware',
  'hostHeaderMiddleware',
  'recursionDetectionMiddleware',
  'contentLengthMiddleware',
  'httpSigningMiddleware',
  'retryMiddleware',
];

function without<C extends { middlewareStack: { remove(name: string): boolean } }>(client: C): C {
  for (const name of idle) client.middlewareStack.remove(name);
  return client;
}

/** The real clients, each call of which is written and read as HTTP. */
export function makeClients(): Clients {
  const documents = DynamoDBDocumentClient.from(
    without(new DynamoDBClient({ ...optionsOf('dynamodb'), ...shortcuts })),
    {
      marshallOptions: { removeUndefinedValues: true },
    },
  );
  const eventBridge = without(new EventBridgeClient({ ...optionsOf('eventbridge'), ...shortcuts }));
  const sqs = without(
    new SQSClient({ ...optionsOf('sqs'), ...shortcuts, md5: false, useQueueUrlAsEndpoint: false }),
  );
  const secretsManager = without(new SecretsManagerClient({ ...optionsOf('secretsmanager'), ...shortcuts }));
  const s3 = new S3Client({
    ...optionsOf('s3'),
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    documentClient: () => documents,
    eventBridgeClient: () => eventBridge,
    sqsClient: () => sqs,
    secretsManagerClient: () => secretsManager,
    s3Client: () => s3,
  };
}

/** Clients whose calls take the short way, made once for all worlds: making them takes longer than a whole story. */
export const clients: Clients = (() => {
  const { documentClient, eventBridgeClient, sqsClient, secretsManagerClient, s3Client } = makeClients();
  const documents = documentsByShortWay(documentClient());
  const eventBridge = byShortWay(eventBridgeClient(), 'eventbridge');
  const sqs = byShortWay(sqsClient(), 'sqs');
  const secretsManager = byShortWay(secretsManagerClient(), 'secretsmanager');
  return {
    ...{ s3Client, documentClient: () => documents },
    eventBridgeClient: () => eventBridge,
    sqsClient: () => sqs,
    secretsManagerClient: () => secretsManager,
  };
})();
