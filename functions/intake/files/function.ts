import type { Context, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Adapter } from '../../adapters/contract.ts';
import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { makeEncrypt } from '../../shell/encryption.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import { claimNamesSetting } from '../../shell/http/claim-names.ts';
import { answering } from '../../shell/http/serve.ts';
import { makeLinks } from '../../shell/links.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeObjects } from '../../shell/objects.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeSend } from '../../shell/queues.ts';
import { makeReadTold } from '../../shell/tables/deliveries/told-reader.ts';
import { makeDirectory } from '../../shell/tables/directory/directory-store.ts';
import { makeFilesStore } from '../../shell/tables/files/files-store.ts';
import { makeObtainKeys } from '../../shell/tables/keys/key-maker.ts';
import { makeKeep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { FilesDeps } from './deps.ts';
import { filesEndpoints } from './endpoints.ts';
import { makeWorkQueue, messageFor } from './file-queue.ts';
import { objectKeysOf } from './object-keys.ts';
import type { FilesRequest } from './request.ts';

type FilesShell = Machine & Pick<Clients, 'documentClient' | 'eventBridgeClient' | 's3Client' | 'sqsClient'>;

/** Wires the function that gives links for the files of one system, and processes them. */
export function makeFilesFunction(variables: Variables, shell: FilesShell, adapter: Adapter) {
  const environment = environmentOf(
    {
      SYSTEM: z.literal(adapter.manifest.system),
      BUS_NAME: setting,
      BUCKET_NAME: setting,
      FILES_QUEUE_URL: setting,
      FILES_TABLE: setting,
      DIRECTORY_TABLE: setting,
      QUARANTINE_TABLE: setting,
      DELIVERIES_TABLE: setting,
      KEYS_TABLE: setting,
      CLAIM_NAMES: claimNamesSetting,
    },
    variables,
  );
  const client = shell.documentClient();
  const pause = fullJitter({ base: 50, cap: 1_000 }, shell);
  const { system } = adapter.manifest;
  const bucket = { client: shell.s3Client(), bucket: environment.BUCKET_NAME };
  const send = makeSend({ client: shell.sqsClient(), queueUrl: environment.FILES_QUEUE_URL });
  const publish = makePublisher({ client: shell.eventBridgeClient(), busName: environment.BUS_NAME, pause });
  const keys = { client, tableName: environment.KEYS_TABLE, pause };
  const deps: FilesDeps = {
    adapter,
    directory: makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause }),
    encrypt: makeEncrypt(makeObtainKeys(keys, shell.randomBytes)),
    publish: events => publish(events, 'bulk'),
    told: makeReadTold({ client, tableName: environment.DELIVERIES_TABLE, pause }, system),
    keep: makeKeep({ client, tableName: environment.QUARANTINE_TABLE, pause }),
    files: makeFilesStore({ client, tableName: environment.FILES_TABLE, system }),
    objects: makeObjects(bucket),
    links: makeLinks(bucket),
    enqueue: fileId => send(messageFor(objectKeysOf(system).upload(fileId))),
    newId: shell.newId,
    now: shell.now,
  };
  const answer = answering(filesEndpoints, deps, { system, claimNames: environment.CLAIM_NAMES });
  const workQueue = makeWorkQueue(deps);
  return (event: SQSEvent | FilesRequest, context: Context) =>
    'Records' in event ? workQueue(event, context) : answer(event);
}
