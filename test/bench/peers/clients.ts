import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CREDENTIALS, REGION } from '@infra/local/dynamodb';

/** A client as every contender has it. */
export function clientOf(endpoint: string): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS }),
    {
      marshallOptions: { removeUndefinedValues: true },
    },
  );
}

export async function makeTable(
  endpoint: string,
  table: Omit<CreateTableCommandInput, 'BillingMode'>,
): Promise<void> {
  const client = clientOf(endpoint);
  await client.send(new CreateTableCommand({ ...table, BillingMode: 'PAY_PER_REQUEST' }));
  client.destroy();
}

const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)/;

/** Ends a process after so many of its writes: what it asks then is never answered. @returns when that has happened */
export function killedAfter(client: DynamoDBDocumentClient, many: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let done = 0;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async args => {
        if (done >= many) return new Promise<never>(() => undefined);
        const result = await next(args);
        if (writes.test(commandName)) done += 1;
        if (done < many) return result;
        resolve();
        return new Promise<never>(() => undefined);
      },
    { step: 'build', name: 'killed' },
  );
  return promise;
}
