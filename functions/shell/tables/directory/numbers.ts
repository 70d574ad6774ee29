import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { comparedKey } from '../../../../schemas/key-text.ts';
import type { Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { numberItem, numberSchema } from './items.ts';
import { type Numbered, numberPartition, numberPrefix } from './keys.ts';

/** How many of one reference are looked at, and how many of those near it: nobody reads more. */
const most = { exact: 50, near: 20 };

/**
 * By which references homes and cases are found. That a case was opened somewhere is noted and never taken back: it may have
 * been corrected since, and whoever finds it looks into the record of the home whether it is there.
 */
export interface Numbers {
  /** Noted twice it is noted once. */
  note(numbered: Numbered): Promise<void>;
  /** What has a reference, in capitals or not, and what has one that differs in zeros, spaces and signs. */
  find(reference: string): Promise<{ exact: Numbered[]; near: Numbered[] }>;
}

/** Makes the reader and writer of references in the directory table. */
export function makeNumbers({ client, tableName: TableName }: Pick<Table, 'client' | 'tableName'>): Numbers {
  const within = async (values: Record<string, string>, condition: string, Limit: number) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: condition,
        ExpressionAttributeValues: values,
        Limit,
      }),
    );
    return Items.map(item => readItem(TableName, numberSchema, item));
  };
  return {
    async note(numbered) {
      await client.send(new PutCommand({ TableName, Item: numberItem(numbered) }));
    },
    async find(reference) {
      const pk = { ':pk': numberPartition(reference) };
      const beginning = { ...pk, ':sk': numberPrefix(reference) };
      const [exact, all] = await Promise.all([
        within(beginning, 'pk = :pk AND begins_with(sk, :sk)', most.exact),
        within(pk, 'pk = :pk', most.near),
      ]);
      const isExact = (one: Numbered) => comparedKey(one.reference) === comparedKey(reference);
      return { exact: exact.filter(isExact), near: all.filter(one => !isExact(one)) };
    },
  };
}
