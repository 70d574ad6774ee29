import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Instant, instantSchema } from '../../../../schemas/reference.ts';
import type { Table } from '../batch-requests.ts';
import { conditionally } from '../conditionally.ts';
import type { Key } from '../key.ts';
import { scanTable } from '../table-scan.ts';
import { unpacked } from './packed.ts';

/** Commits of which the announcements are wanted again: those between two instants, or all that are kept. */
export interface CommitSpan {
  from: Instant;
  to: Instant;
}

/**
 * Has announcements published again: the row that holds them is marked, and the relay, which hears of that from the stream,
 * does the rest. Under the same name this happens once, however often it is asked. Both answer with how many rows were marked.
 */
export interface AnnounceAgain {
  /** One row, where it is there. */
  row(name: string, key: Key): Promise<number>;
  /** Those of the commits in the span. It reads the whole table. */
  span(name: string, span: CommitSpan | undefined): Promise<number>;
}

/** A row that announces anything, whatever that is. */
const announcingSchema = z.object({ pk: z.string(), sk: z.string(), entry: z.unknown() });

/** Every announcement of a commit is of the same instant; a row that cannot be read is tried again in any case. */
const entrySchema = unpacked.pipe(
  z.object({ events: z.tuple([z.object({ time: instantSchema })], z.unknown()) }),
);

/** Makes the marker of announcements that are wanted again. */
export function makeAnnounceAgain(table: Table): AnnounceAgain {
  const { client, tableName: TableName } = table;
  const mark = async (name: string, { pk, sk }: Key): Promise<number> => {
    const update = new UpdateCommand({
      TableName,
      Key: { pk, sk },
      UpdateExpression: 'SET again = :name',
      ConditionExpression: 'attribute_exists(announces) AND again <> :name',
      ExpressionAttributeValues: { ':name': name },
    });
    return (await conditionally(client.send(update))) ? 1 : 0;
  };
  return {
    row: mark,
    async span(name, span) {
      let marked = 0;
      const isWanted = ({ entry }: z.infer<typeof announcingSchema>) => {
        const time = entrySchema.safeParse(entry).data?.events[0].time;
        return span === undefined || time === undefined || (time >= span.from && time <= span.to);
      };
      await scanTable(table, { schema: announcingSchema, having: 'announces' }, () => async rows => {
        for (const row of rows.filter(isWanted)) marked += await mark(name, row);
      });
      return marked;
    },
  };
}
