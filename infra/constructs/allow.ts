import { Stack } from 'aws-cdk-lib';
import { type IPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

type Conditions = Record<string, Record<string, string | string[]>>;

/**
 * Allows a function's role actions on named resources, and nothing else.
 *
 * @param service the prefix of every action, such as `dynamodb`
 * @param conditions in IAM's form: operator, key, value
 */
export function allow(
  service: string,
  actions: readonly string[],
  resources: readonly string[],
  conditions: Conditions = {},
): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map(action => `${service}:${action}`),
    resources: [...resources],
    conditions,
  });
}

/**
 * Allows a role what DynamoDB needs of a customer-managed key to read and write a table for it, and nothing but through
 * DynamoDB. What the role may do with the table is another statement's.
 */
export function allowKey(key: IKey): PolicyStatement {
  const { region } = Stack.of(key);
  const actions = ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'];
  return allow('kms', actions, [key.keyArn], {
    StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` },
  });
}

/** Narrows a table to one system's rows: what one system's function writes cannot be mistaken for another's. */
export function ownRows(system: string): Conditions {
  return { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': `SYSTEM#${system}` } };
}

/**
 * Narrows a table to some attributes of its items. The request has to name what it wants, and nothing else: one that names
 * nothing wants everything.
 */
export function onlyAttributes(attributes: readonly string[]): Conditions {
  return {
    'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...attributes] },
    Null: { 'dynamodb:Attributes': 'false' },
    StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
  };
}

/**
 * Narrows the directory to what was learnt of systems' keys and where cases that were opened are found by number: nothing
 * else of it is for an answer of an officer, or an event, to write.
 */
export const openedRows = rowsLike('REFERENCE#*', 'LEARNT#*', 'NUMBER#*');

/** Narrows it to what was learnt, and what an officer's request forgot. */
export const forgottenRows = rowsLike('REFERENCE#*', 'LEARNT#*', 'FORGOTTEN#*');

function rowsLike(...partitions: string[]): Conditions {
  return { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } };
}

/** A queue policy's statement that lets a system's account or role in. */
export function admit(principal: IPrincipal, actions: readonly string[], queue: IQueue): PolicyStatement {
  return new PolicyStatement({
    principals: [principal],
    actions: actions.map(action => `sqs:${action}`),
    resources: [queue.queueArn],
  });
}
