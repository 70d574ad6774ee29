import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { allow } from './allow.ts';
import type { Storage } from './storage.ts';

/**
 * Lets a function read the keys of personal texts, and make one: its code puts a key only where there is none. It cannot take
 * one away: only an operator erases. The key of the table is another statement's.
 */
export function encrypting({ keys }: Pick<Storage, 'keys'>): PolicyStatement {
  return allow('dynamodb', ['BatchGetItem', 'PutItem'], [keys.tableArn]);
}
