import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditedRead } from '../../../core/audit/audited-read.ts';
import { chunksOf } from '../../chunks.ts';
import { auditKey, breakGlassMark } from './keys.ts';
import { dayOf } from './seal.ts';

/** What DynamoDB takes in one transaction. */
const rowsPerWrite = 100;
const secondsPerDay = 24 * 60 * 60;

/** Writes down what a read is about to show. */
export interface AuditWriter {
  /** @throws when not every row was written: then nothing may be shown. */
  write(reads: readonly AuditedRead[]): Promise<void>;
}

/**
 * Makes the writer of the audit table. The rows of a read are one transaction, which can only add: the function's role may
 * put and nothing else, and a row that is there is never replaced.
 *
 * @param audit.keepDays how long a row is kept
 */
export function makeAuditWriter(audit: {
  client: DynamoDBDocumentClient;
  tableName: string;
  keepDays: number;
}): AuditWriter {
  const putOf = (read: AuditedRead, index: number) => ({
    Put: {
      TableName: audit.tableName,
      Item: {
        ...auditKey(read),
        ...read,
        day: dayOf({ sk: read.at }),
        ...(index === 0 && read.brokeGlass !== undefined && { breakGlass: breakGlassMark }),
        expiresAt: Math.floor(Date.parse(read.at) / 1000) + audit.keepDays * secondsPerDay,
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  });
  return {
    async write(reads) {
      for (const TransactItems of chunksOf(reads.map(putOf), rowsPerWrite)) {
        await audit.client.send(new TransactWriteCommand({ TransactItems }));
      }
    },
  };
}
