import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../schemas/reference.ts';
import { derivedId } from '../../core/envelope/derived-id.ts';
import { HubError } from '../errors.ts';
import { quarantineKey, quarantineMarkKey } from './keys.ts';

/** Why something was refused: wrong, for no home, for several homes, or a second version of a known event. */
export type RefusalReason = 'invalid' | 'unmatched' | 'ambiguous' | 'amended';

/** One thing that is wrong: where, what, and what was expected. */
export interface RefusalProblem {
  path: string;
  message: string;
  expected?: string;
  received?: string;
}

/** Something that the hub could not take, with all that is needed to mend it and take it after all. */
export interface Refused {
  system: string;
  reason: RefusalReason;
  problems: readonly RefusalProblem[];
  /** The item exactly as it came. */
  payload: string;
  contentType: string;
  receivedAt: Instant;
  row?: number;
  eventType?: string;
  /** What makes two refusals the same one; the payload where nothing else does. */
  identity?: readonly unknown[];
}

/** Keeps what was refused; answers with the id under which it is kept. */
export type Keep = (refused: Refused) => Promise<string>;

/** An item of a table holds 400 KB: this leaves room for the problems. */
export const maximumKeptBytes = 300 * 1024;

/**
 * Makes the keeper of the quarantine table. The same thing refused again, at any time, is kept once.
 * @throws {HubError} from the keeper when the payload is larger than an item of the table can hold.
 */
export function makeKeep({ client, tableName }: { client: DynamoDBDocumentClient; tableName: string }): Keep {
  return async ({ identity, ...refused }) => {
    const id = derivedId('quarantine', refused.system, ...(identity ?? [refused.payload]));
    if (Buffer.byteLength(refused.payload) > maximumKeptBytes) {
      throw new HubError(`Item ${id} is too large for quarantine`, { retryable: false });
    }
    const key = quarantineKey(refused.system, refused.receivedAt, id);
    const puts = [
      { Item: quarantineMarkKey(refused.system, id), ConditionExpression: 'attribute_not_exists(pk)' },
      { Item: { ...key, ...refused, id } },
    ];
    const TransactItems = puts.map(put => ({ Put: { TableName: tableName, ...put } }));
    await client.send(new TransactWriteCommand({ TransactItems })).catch(unlessKept);
    return id;
  };
}

function unlessKept(error: unknown): void {
  const marked = error instanceof TransactionCanceledException && error.CancellationReasons?.[0]?.Code;
  if (marked !== 'ConditionalCheckFailed') throw error;
}
