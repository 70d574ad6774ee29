import { randomUUID } from 'node:crypto';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouterHandler from '@middy/http-router';
import type { APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { registeredSystem } from '../../adapters/registry.ts';
import { fullJitter } from '../../shell/backoff.ts';
import { documentClient, eventBridgeClient, s3Client, sqsClient } from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { environmentOf, setting } from '../../shell/environment.ts';
import { routesOf } from '../../shell/http/serve.ts';
import { makeLinks } from '../../shell/links.ts';
import { logger } from '../../shell/logger.ts';
import { makeObjects } from '../../shell/objects.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeSend } from '../../shell/queues.ts';
import { makeDirectory } from '../../shell/tables/directory/directory-store.ts';
import { makeFilesStore } from '../../shell/tables/files/files-store.ts';
import { makeKeep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { FilesDeps } from './deps.ts';
import { filesEndpoints } from './endpoints.ts';
import { makeWorkQueue, messageFor } from './file-queue.ts';
import { objectKeysOf } from './object-keys.ts';
import type { FilesRequest } from './request.ts';

const environment = environmentOf({
  SYSTEM: registeredSystem,
  BUS_NAME: setting,
  BUCKET_NAME: setting,
  FILES_QUEUE_URL: setting,
  FILES_TABLE: setting,
  DIRECTORY_TABLE: setting,
  QUARANTINE_TABLE: setting,
});
const client = documentClient();
const pause = fullJitter({ base: 50, cap: 1_000 });
const { system } = environment.SYSTEM.manifest;
const bucket = { client: s3Client(), bucket: environment.BUCKET_NAME };
const send = makeSend({ client: sqsClient(), queueUrl: environment.FILES_QUEUE_URL });
const deps: FilesDeps = {
  adapter: environment.SYSTEM,
  directory: makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause }),
  publish: makePublisher({ client: eventBridgeClient(), busName: environment.BUS_NAME, pause }),
  keep: makeKeep({ client, tableName: environment.QUARANTINE_TABLE }),
  files: makeFilesStore({ client, tableName: environment.FILES_TABLE, system }),
  objects: makeObjects(bucket),
  links: makeLinks(bucket),
  enqueue: fileId => send(messageFor(objectKeysOf(system).upload(fileId))),
  newId: randomUUID,
  now,
};
const answer = httpRouterHandler(routesOf(filesEndpoints, deps, system));
const workQueue = makeWorkQueue(deps);

/** Takes the files of one system: gives links for them over HTTPS, and processes them as its queue of files says. */
export const handler = middy<FilesRequest | SQSEvent, APIGatewayProxyStructuredResultV2 | SQSBatchResponse>()
  .use(injectLambdaContext(logger))
  .handler((event, context) => ('Records' in event ? workQueue(event, context) : answer(event, context)));
