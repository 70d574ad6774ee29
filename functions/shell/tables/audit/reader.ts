import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type AuditedRead, auditedReadSchema } from '../../../core/audit/audited-read.ts';
import type { Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { auditKey, auditPartition, breakGlassMark } from './keys.ts';
import { auditTable } from './table.ts';

const { officer, breakGlass } = auditTable.indexes;

/** Which reads are wanted: what was shown of a subject, by an officer, or by break-glass access. */
export type AuditSelection =
  | { about: string; officer?: string | undefined }
  | { officer: string }
  | 'break-glass';

export interface AuditQuery {
  of: AuditSelection;
  /** Instants, the first included, the second not. */
  from?: string | undefined;
  until?: string | undefined;
  /** The row after which to go on: what `next` said. */
  after?: AuditPosition | undefined;
  limit: number;
}
export interface AuditPosition {
  about: string;
  at: string;
  readId: string;
}

/** Reads what was written down of reads, latest first. */
export interface AuditReader {
  list(query: AuditQuery): Promise<{ reads: AuditedRead[]; next?: AuditPosition }>;
}

/** Makes the reader of the audit table. */
export function makeAuditReader({
  client,
  tableName: TableName,
}: Pick<Table, 'client' | 'tableName'>): AuditReader {
  return {
    async list(query) {
      const reads: AuditedRead[] = [];
      let position = query.after;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName,
            ScanIndexForward: false,
            Limit: query.limit - reads.length,
            ...conditionOf(query, position),
          }),
        );
        reads.push(...(answer.Items ?? []).map(item => readItem(TableName, auditedReadSchema, item)));
        position = answer.LastEvaluatedKey && positionIn(answer.LastEvaluatedKey);
      } while (position !== undefined && reads.length < query.limit);
      return position === undefined ? { reads } : { reads, next: position };
    },
  };
}

/** `~` sorts after every `#<read>` of an instant. */
function conditionOf({ of, from = '0000', until = '9999' }: AuditQuery, after: AuditPosition | undefined) {
  const { index, partition, value, filter } = partitionOf(of);
  return {
    ...(index !== undefined && { IndexName: index }),
    KeyConditionExpression: '#partition = :partition AND sk BETWEEN :from AND :until',
    ...(filter !== undefined && { FilterExpression: 'officer = :officer' }),
    ExpressionAttributeNames: { '#partition': partition },
    ExpressionAttributeValues: {
      ...{ ':partition': value, ':from': from, ':until': until },
      ...(filter !== undefined && { ':officer': filter }),
    },
    ...(after !== undefined && {
      ExclusiveStartKey: { ...auditKey(after), ...(index !== undefined && { [partition]: value }) },
    }),
  };
}

function partitionOf(of: AuditSelection): {
  index?: string;
  partition: string;
  value: string;
  filter?: string | undefined;
} {
  if (of === 'break-glass')
    return { index: breakGlass.name, partition: breakGlass.partitionKey, value: breakGlassMark };
  if ('about' in of)
    return { partition: auditTable.partitionKey, value: auditPartition(of.about), filter: of.officer };
  return { index: officer.name, partition: officer.partitionKey, value: of.officer };
}

function positionIn({ pk, sk }: Record<string, unknown>): AuditPosition {
  const key = String(sk);
  const hash = key.indexOf('#');
  return {
    about: String(pk).slice(auditPartition('').length),
    at: key.slice(0, hash),
    readId: key.slice(hash + 1),
  };
}
