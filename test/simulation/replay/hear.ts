import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { adapterFor } from '../../../functions/adapters/registry.ts';
import { readDocument } from '../../../functions/intake/item/document.ts';
import { receiveItems } from '../../../functions/intake/item/receive-items.ts';
import { isSystemEvent } from '../../../functions/shell/event-message.ts';
import { makeDirectory } from '../../../functions/shell/tables/directory/directory-store.ts';
import { directoryTable } from '../../../functions/shell/tables/directory/table.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { instantOf } from '../../../schemas/reference.ts';
import { importInto } from '../../integration/support/larch-house.ts';
import { larchHouse } from '../../scenarios/larch-house/larch-house.ts';
import { requestOf } from '../../scenarios/story.ts';
import { unencrypted } from '../../support/unencrypted.ts';
import { makeMemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';

/** A directory in memory with the homes of an extract of the gazetteer. */
async function directoryOf(extract: string) {
  const memory = makeMemoryDynamoDb({ now: () => 0 });
  memory.createTable('Directory', directoryTable);
  const client = new DynamoDBClient({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    requestHandler: {
      handle({ headers, body }: { headers: Record<string, string>; body: Uint8Array }) {
        const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
        const answer = memory.serve(operation, JSON.parse(new TextDecoder().decode(body)));
        const content = Buffer.from(JSON.stringify(answer.body));
        return Promise.resolve({ response: { statusCode: answer.status, headers: {}, body: content } });
      },
    } as never,
  });
  const marshallOptions = { removeUndefinedValues: true };
  const table = {
    client: DynamoDBDocumentClient.from(client, { marshallOptions }),
    tableName: 'Directory',
    pause: () => Promise.resolve(),
  };
  await importInto(table, extract);
  return makeDirectory(table);
}

/** What the hub makes of all that the systems of Larch House say: the events that its archive holds. */
export async function hearLarchHouse(extract: string): Promise<SystemEvent[]> {
  const directory = await directoryOf(extract);
  const archive: SystemEvent[] = [];
  for (const { system, heardAt, payload } of larchHouse.news) {
    const adapter = adapterFor(system);
    if (adapter === undefined) throw new Error(`There is no system ${system}`);
    const { contentType, body } = requestOf(payload);
    const document = readDocument(body, contentType, adapter);
    if (!document.ok) throw new Error(`${system}: ${document.detail}`);
    await receiveItems(document.items, {
      ...{ adapter, directory, now: () => instantOf(heardAt.getTime()) },
      // Nobody is told anything here: no echoes.
      encrypt: unencrypted.encrypt,
      told: () => Promise.resolve(new Map()),
      publish(events) {
        archive.push(...events.filter(isSystemEvent));
        return Promise.resolve([]);
      },
    });
  }
  return archive;
}
