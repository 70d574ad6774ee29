import type { Item, Value } from '../dynamodb/values/attribute-value.ts';

/** A request as it goes over the wire, without its table. */
export interface Body {
  Key?: Item;
  Item?: Item;
  Keys?: readonly Item[];
  IndexName?: string;
  Limit?: number;
  Select?: string;
  ScanIndexForward?: boolean;
  ConsistentRead?: boolean;
  ExclusiveStartKey?: Item;
  ProjectionExpression?: string;
  FilterExpression?: string;
  KeyConditionExpression?: string;
  ConditionExpression?: string;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, Value>;
  ReturnValues?: string;
  ReturnValuesOnConditionCheckFailure?: string;
  TotalSegments?: number;
}

/** Something that was asked of a table: an operation, an action of a transaction or a change of a batch. */
export interface Asked {
  readonly operation: string;
  readonly body: Body;
}

/** What is sent to both tables: its body by the table's name, which differs. */
export interface Sent {
  readonly operation: string;
  bodyFor(table: string): object;
}

/** What a table answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
