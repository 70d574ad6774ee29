import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Instant, instantSchema } from '../../../../schemas/reference.ts';
import type { Table } from '../batch-requests.ts';
import { conditionally } from '../conditionally.ts';
import type { Key } from '../key.ts';
import { readItem } from '../read-item.ts';
import { scanTable } from '../table-scan.ts';
import { outboxRows } from './keys.ts';
import { packedOf } from './packed.ts';
import { expiryAfter } from './record-transaction.ts';

/** Commits of which the announcements are wanted again: those between two instants, or all that are kept. */
export interface CommitSpan {
  from: Instant;
  to: Instant;
}

/**
 * Has announcements published again: each outbox row is written once more beside itself, and the relay, which hears of
 * every new one, does the rest. Under the same name this happens once, however often it is asked. Both answer with how many
 * rows were written.
 */
export interface AnnounceAgain {
  /** One row, where it is still there. */
  row(name: string, key: Key, at: Instant): Promise<number>;
  /** Those of the commits in the span. It reads the whole table. */
  span(name: string, span: CommitSpan | undefined, at: Instant): Promise<number>;
}

const again = '#AGAIN#';
const keptDays = 7;
/** An outbox row, whatever its announcements are. */
const outboxItemSchema = z.object({ pk: z.string(), sk: z.string(), events: z.unknown() });
type OutboxItem = z.infer<typeof outboxItemSchema>;

/** Every announcement of a commit is of the same instant; a row that cannot be read is tried again in any case. */
const rowSchema = z.object({ events: packedOf(z.tuple([z.object({ time: instantSchema })], z.unknown())) });

/** Makes the writer of announcements that are wanted again. */
export function makeAnnounceAgain(table: Table): AnnounceAgain {
  const { client, tableName: TableName } = table;
  const write = async (name: string, item: OutboxItem, at: Instant): Promise<number> => {
    const [original] = item.sk.split(again);
    const Item = { ...item, sk: `${original}${again}${name}`, expiresAt: expiryAfter(at, keptDays) };
    const put = new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
    return (await conditionally(client.send(put))) ? 1 : 0;
  };
  return {
    async row(name, Key, at) {
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item === undefined ? 0 : write(name, readItem(TableName, outboxItemSchema, Item), at);
    },
    async span(name, span, at) {
      let written = 0;
      const isWanted = (item: OutboxItem) => {
        const time = rowSchema.safeParse(item).data?.events[0].time;
        return span === undefined || time === undefined || (time >= span.from && time <= span.to);
      };
      const query = { schema: outboxItemSchema, sortKeysBeginning: outboxRows };
      await scanTable(table, query, () => async items => {
        const wanted = items.filter(item => !item.sk.includes(again) && isWanted(item));
        for (const item of wanted) written += await write(name, item, at);
      });
      return written;
    },
  };
}
