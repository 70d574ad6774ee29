import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import type { CaseRow } from '../../functions/core/record/row.ts';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { fullJitter } from '../../functions/shell/backoff.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import { propertySubject } from '../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant } from '../support/events.ts';
import { contents, newTable } from './support/tables.ts';

const home = propertySubject(flat4);
const leak = (
  type: 'housing.leak.reported.v1' | 'housing.leak.contained.v1' | 'housing.leak.resolved.v1',
  at: string,
) => eventOf({ type, at, home: flat4, source: flat7, data: { leakReference: 'LFA-1' as never } });

/**
 * A client for which a BatchGetItem reads its keys one after the other, the last one first, and once somebody else
 * commits after the first of them. DynamoDB reads each item of a batch as it is then: the batch as a whole is no snapshot.
 */
function tornClient({ client }: Table, meanwhile: () => Promise<void>): DynamoDBDocumentClient {
  let others: (() => Promise<void>) | undefined = meanwhile;
  const send = async (command: unknown) => {
    if (!(command instanceof BatchGetCommand)) return client.send(command as GetCommand);
    const [[TableName, { Keys = [] }] = ['', {}]] = Object.entries(command.input.RequestItems ?? {});
    const items: Record<string, unknown>[] = [];
    for (const Key of Keys.toReversed()) {
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      if (Item !== undefined) items.push(Item);
      const commitOfOthers = others;
      others = undefined;
      await commitOfOthers?.();
    }
    return { Responses: { [TableName]: items } };
  };
  return { send } as unknown as DynamoDBDocumentClient;
}

it('a commit between the reads of one batch is not overwritten', async () => {
  const [records, quarantine] = await Promise.all([newTable('events'), newTable()]);
  const now = () => instant('2025-06-20T10:00:00Z');
  const commitWith = (table: Table) =>
    makeCommit({
      store: makeRecordsStore(table),
      keep: makeKeep(quarantine),
      now,
      pause: fullJitter({ base: 20, cap: 640 }),
    });
  const other = commitWith(records);
  await other(home, [leak('housing.leak.reported.v1', '2025-06-02T08:40:00+01:00')]);
  const resolved = leak('housing.leak.resolved.v1', '2025-06-04T09:00:00+01:00');
  const torn = commitWith({ ...records, client: tornClient(records, () => other(home, [resolved])) });
  await torn(home, [leak('housing.leak.contained.v1', '2025-06-03T09:00:00+01:00')]);
  const rows = (await contents(records)).flatMap(item =>
    item['row'] === undefined ? [] : [item['row'] as CaseRow],
  );
  expect(rows).toMatchObject([{ reference: 'LFA-1', open: { value: false }, stage: { value: 'resolved' } }]);
});
