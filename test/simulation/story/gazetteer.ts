import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Place } from '../../../functions/core/identity/place.ts';
import { makePlaces } from '../../../functions/shell/tables/directory/directory-writer.ts';
import { directoryTable } from '../../../functions/shell/tables/directory/table.ts';
import { type MemoryDynamoDb, makeMemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';
import type { Json } from '../world/process.ts';
import { places } from './town.ts';

interface Written {
  operation: string;
  body: Json;
}

/** What an operator's import of a gazetteer writes, as the importer itself has it. */
async function importOf(gazetteer: readonly Place[]): Promise<readonly Written[]> {
  const memory = makeMemoryDynamoDb({ now: () => 0 });
  memory.createTable('Directory', directoryTable);
  const written: Written[] = [];
  const client = new DynamoDBClient({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    requestHandler: {
      handle({ headers, body }: { headers: Record<string, string>; body: Uint8Array }) {
        const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
        const request = JSON.parse(new TextDecoder().decode(body));
        const answer = memory.serve(operation, request);
        if (operation === 'BatchWriteItem') written.push({ operation, body: request });
        const content = Buffer.from(JSON.stringify(answer.body));
        return Promise.resolve({ response: { statusCode: answer.status, headers: {}, body: content } });
      },
    } as never,
  });
  const table = {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    tableName: 'Directory',
    pause: () => Promise.resolve(),
  };
  await makePlaces(table).write(gazetteer);
  return written;
}

/** The town's; worked out once. */
const imported = importOf(places);

/** Has the town in the directory of a new world. */
export async function importGazetteer(dynamodb: MemoryDynamoDb): Promise<void> {
  for (const { operation, body } of await imported) dynamodb.serve(operation, body);
}

/** Has more places in the directory of a world. */
export async function importPlaces(dynamodb: MemoryDynamoDb, more: readonly Place[]): Promise<void> {
  for (const { operation, body } of await importOf(more)) dynamodb.serve(operation, body);
}
