import type { Table, TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { auditTable } from '../../functions/shell/tables/audit/table.ts';
import { indexArn } from './declared-table.ts';

/** Every way to change or take away a row that is there; putting one is each writer's own permission. */
const changes = [
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'PartiQLInsert',
  'PartiQLUpdate',
  'PartiQLDelete',
];

/**
 * Everybody is denied to update a row or to take it away before its time is up. An administrator of the account may still put
 * another row over it, change this policy or delete the table: no policy of the table keeps them from that.
 */
export const auditTableProps: Partial<TableProps> = {
  resourcePolicy: new PolicyDocument({
    statements: [
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: changes.map(action => `dynamodb:${action}`),
        resources: ['*'],
      }),
    ],
  }),
};

/** The table and the indexes that data protection's questions are answered from. */
export function auditArns({ tableArn }: Table): string[] {
  const { officer, breakGlass } = auditTable.indexes;
  return [tableArn, ...[officer, breakGlass].map(index => indexArn({ tableArn }, index))];
}
