import { DeleteCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Subject } from '../../../../schemas/reference.ts';
import { type Period, yearOf } from '../../../core/record/periods.ts';
import type { MovedItem } from '../../moved-objects.ts';
import type { Table } from '../batch-requests.ts';
import { conditionally } from '../conditionally.ts';
import type { Key } from '../key.ts';
import { readItem } from '../read-item.ts';
import { movableItemSchema } from './items.ts';
import { eventRows, isOfSubject, movedKey, recordKey, subjectIn } from './keys.ts';
import { readMovedPeriods } from './moved-periods.ts';
import { inClear } from './packed.ts';
import { readRows } from './rows-reader.ts';

const placeSchema = z.object({ pk: z.string(), sk: z.string() });

/** Years of subjects of which there are events in a part of the table, and where the next part begins, if there is one. */
export interface FoundYears {
  years: readonly { subject: Subject; year: Period }[];
  next: Key | undefined;
}

/** What has to be done to the records table to move events out of it. */
export interface Moving {
  /** Looks through a megabyte of the table for events that happened before an instant. */
  find(before: string, from: Key | undefined): Promise<FoundYears>;
  /** The events of a year that are rows, and how many rows cannot be read: those stay where they are. */
  rows(subject: Subject, year: Period): Promise<{ items: MovedItem[]; unreadable: number }>;
  periods(subject: Subject): Promise<readonly Period[]>;
  /** Has readers look for a period from now on. */
  note(subject: Subject, period: Period): Promise<void>;
  /** Takes a row away, if it is the one that was moved. */
  remove(subject: Subject, item: MovedItem): Promise<void>;
}

/** Makes what moves events out of the records table. */
export function makeMoving(table: Table): Moving {
  const { client, tableName: TableName } = table;
  return {
    async find(before, from) {
      const scan = new ScanCommand({
        TableName,
        FilterExpression: 'sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':first': eventRows, ':last': `${eventRows}${before}` },
        ProjectionExpression: 'pk, sk',
        ...(from !== undefined && { ExclusiveStartKey: from }),
      });
      const { Items = [], LastEvaluatedKey } = await client.send(scan);
      const found = Items.map(item => readItem(TableName, placeSchema, item)).filter(isOfSubject);
      const years = found.map(({ pk, sk }) => ({
        subject: subjectIn({ pk }),
        year: yearOf(sk.slice(eventRows.length)),
      }));
      const once = new Map(years.map(one => [`${one.subject} ${one.year}`, one]));
      const next = LastEvaluatedKey && readItem(TableName, placeSchema, LastEvaluatedKey);
      return { years: [...once.values()], next };
    },
    async rows(subject, year) {
      const rows = (await readRows(table, recordKey(subject).pk, `${eventRows}${year}`)).map(inClear);
      const items = rows.filter(row => movableItemSchema.safeParse(row).success);
      return {
        items: items.map(({ pk: _pk, ...item }) => item as MovedItem),
        unreadable: rows.length - items.length,
      };
    },
    periods: async subject => (await readMovedPeriods(table, [subject])).get(subject) ?? [],
    async note(subject, period) {
      const update = new UpdateCommand({
        TableName,
        Key: movedKey(subject),
        UpdateExpression: 'ADD periods :period',
        ExpressionAttributeValues: { ':period': new Set([period]) },
      });
      await client.send(update);
    },
    async remove(subject, { sk, version, fingerprint }) {
      const remove = new DeleteCommand({
        TableName,
        Key: { pk: recordKey(subject).pk, sk },
        ConditionExpression: '#version = :version AND fingerprint = :fingerprint',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version, ':fingerprint': fingerprint },
      });
      await conditionally(client.send(remove));
    },
  };
}
