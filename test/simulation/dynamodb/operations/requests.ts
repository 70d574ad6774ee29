import type { Item } from '../values/attribute-value.ts';

/** What every request with expressions may hold. */
export interface WithExpressions {
  readonly TableName: string;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

/** PutItem, UpdateItem, DeleteItem, and the actions of a transaction. */
export interface WriteRequest extends WithExpressions {
  readonly Item?: Item;
  readonly Key?: Item;
  readonly ReturnValues?: string;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

/** GetItem. */
export interface GetRequest extends WithExpressions {
  readonly Key: Item;
}

/** Query and Scan. */
export interface PageRequest extends WithExpressions {
  readonly IndexName?: string;
  readonly ConsistentRead?: boolean;
  readonly ExclusiveStartKey?: Item;
  readonly Limit?: number;
  readonly ScanIndexForward?: boolean;
  readonly Select?: string;
  readonly Segment?: number;
  readonly TotalSegments?: number;
}

/** BatchGetItem. */
export interface BatchGetRequest {
  readonly RequestItems: Readonly<Record<string, Omit<WithExpressions, 'TableName'> & { Keys: Item[] }>>;
}

/** One change of a BatchWriteItem. */
export interface BatchedWrite {
  readonly PutRequest?: { readonly Item: Item };
  readonly DeleteRequest?: { readonly Key: Item };
}

/** BatchWriteItem. */
export interface BatchWriteRequest {
  readonly RequestItems: Readonly<Record<string, readonly BatchedWrite[]>>;
}

export type WriteKind = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';

/** TransactWriteItems. */
export interface TransactWriteRequest {
  readonly TransactItems: readonly Readonly<Partial<Record<WriteKind, WriteRequest>>>[];
  readonly ClientRequestToken?: string;
}

/** TransactGetItems. */
export interface TransactGetRequest {
  readonly TransactItems: readonly { readonly Get: GetRequest }[];
}
