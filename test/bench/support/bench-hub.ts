import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LocalHub } from '@infra/local';
import { startLocalHub } from '@infra/local';
import { startEngine } from '@infra/local/dynamodb';
import { systems } from '../../../functions/adapters/connected.ts';
import { fullJitter } from '../../../functions/shell/backoff.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import type { BenchContext } from '../bench.ts';
import type { Estate } from './estate.ts';
import { importEstate } from './import-estate.ts';
import { afterTheNews } from './news.ts';
import { makePost, type Post } from './post.ts';
import { type Receivers, startReceivers } from './receivers.ts';

/** A hub on this machine that knows an estate, with every system connected. */
export interface BenchHub {
  hub: LocalHub;
  receivers: Receivers;
  post: Post;
  /** Of the database's process. */
  databasePid: number | undefined;
  /** A table of the hub by its logical id, with a client of the benchmark's own. */
  table(logicalId: string): Table;
  /**
   * Waits until nothing is left to do.
   * @throws {Error} with the latest complaints of the functions, when something could not be done
   */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Two environments of each function: as many as there are cores, as the local runner has it anyway. */
const environmentsPerFunction = 2;
const settleMilliseconds = 300_000;
const complaintsShown = 8;

/** Starts a hub from the synthesised app, tells it a time and imports the estate's gazetteer. */
export async function startBenchHub(context: BenchContext, estate: Estate): Promise<BenchHub> {
  const outDir = await context.synthesised();
  const receivers = await startReceivers();
  const clients = systems.map(id => ({ id, secret: randomUUID(), scopes: [`lintel/${id}.publish`] }));
  const engine = await startEngine();
  const hub = await startLocalHub({
    outDir,
    engine,
    environmentsPerFunction,
    parameters: ({ issuerUrl }) => ({
      ...{ OidcIssuer: issuerUrl, OidcAudiences: 'lintel' },
      WebhookLoopback: 'allowed',
    }),
    clients,
    secrets: receivers.secrets,
  });
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(hub.awsConfig('dynamodb')), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = (logicalId: string): Table => ({
    client,
    tableName: hub.tableName(logicalId),
    pause: fullJitter({ base: 20, cap: 640 }),
  });
  await hub.setTime(afterTheNews);
  await importEstate(estate, hub, context.folder);
  receivers.connect(hub);
  return {
    hub,
    receivers,
    post: makePost(hub, clients),
    databasePid: engine.pid,
    table,
    settled: () => hub.settled({ timeoutMs: settleMilliseconds }).catch(error => failed(error, hub)),
    async stop() {
      await receivers.stop();
      client.destroy();
      await hub.stop();
      await engine.stop();
    },
  };
}

function failed(cause: unknown, hub: LocalHub): never {
  const complaints = hub
    .functionLogs()
    .filter(({ line }) => !line.includes('"level":"INFO"'))
    .slice(-complaintsShown)
    .map(({ functionName, line }) => `${functionName} ${line}`);
  throw new Error(['The hub did not settle:', ...complaints].join('\n'), { cause });
}
