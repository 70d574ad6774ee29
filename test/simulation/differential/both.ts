import type { DynamoDbCall } from '@infra/local/dynamodb';
import type { TableDeclaration } from '../../../functions/shell/tables/table.ts';
import { makeMemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';
import { dynamoDbLocal } from '../dynamodb-local.ts';
import { canonical } from './canonical.ts';
import { type AskedPage, allPages, withoutEmptyPage } from './pages.ts';
import type { Answer, Sent } from './request.ts';
import { createLocally } from './tables.ts';

/** The same table in DynamoDB Local and in memory. */
export interface Both {
  /** Asks both. Gives the answer of DynamoDB Local and, where they differ, what was asked and what each answered. */
  ask(sent: Sent): Promise<{ answer: Answer; difference: string | undefined }>;
}

/** Makes the two tables, empty. */
export async function makeBoth(
  endpoint: string,
  call: DynamoDbCall,
  declared: TableDeclaration,
): Promise<Both> {
  const name = await createLocally(call, declared);
  const memory = makeMemoryDynamoDb({ now: Date.now });
  memory.createTable(name, declared);
  const local = dynamoDbLocal(endpoint);
  const inMemory = (operation: string, body: object): Promise<Answer> =>
    // Over the wire and back: what is stored must not be what was sent.
    Promise.resolve(overTheWire(memory.serve(operation, overTheWire(body))));
  return {
    async ask({ operation, bodyFor }) {
      const body: AskedPage = bodyFor(name);
      const inPages = operation === 'Scan' || body.IndexName !== undefined;
      const ask = (serve: typeof local, asked: AskedPage) =>
        inPages ? allPages(serve, operation, asked) : serve(operation, asked);
      // Of several rows with one sort key in an index, DynamoDB Local loses some at the end of a page.
      const { Limit: _limit, ...unlimited } = body;
      const [answer, other] = await Promise.all([
        ask(local, inPages ? unlimited : body),
        ask(inMemory, body),
      ]);
      const known = await withoutEmptyPage(inMemory, operation, body, answer, other);
      const [expected, actual] = [answer, known].map(said => canonical(operation, said, inPages));
      const asked = `${operation} ${JSON.stringify(body)}`;
      const said = `DynamoDB Local: ${messageOf(answer)} ${expected}\nin memory: ${messageOf(other)} ${actual}`;
      return { answer, difference: expected === actual ? undefined : `${asked}\n${said}` };
    },
  };
}

function overTheWire<T>(body: T): T {
  return JSON.parse(JSON.stringify(body));
}

function messageOf({ body }: Answer): string {
  const { message, Message } = body as Record<string, unknown>;
  return String(message ?? Message ?? '');
}
