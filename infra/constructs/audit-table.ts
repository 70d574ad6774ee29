import { AttributeType, type Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** Every way to change or take away a row that is there; putting one is each writer's own permission. */
const changes = [
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'PartiQLInsert',
  'PartiQLUpdate',
  'PartiQLDelete',
];

/** Rows go when their time is up, and nobody may take one away before: not even an administrator of the account. */
export const auditTableProps: Partial<TableProps> = {
  timeToLiveAttribute: 'expiresAt',
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

/** The rows by who was shown them, and those for which the glass was broken. */
const indexes = ['officer', 'glass'] as const;

/** Gives the audit table its indexes: what is asked is who saw what of a home or person, and what somebody saw. */
export function indexAudit(table: Table): void {
  for (const name of indexes) {
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: { name, type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
    });
  }
}

/** The table and its indexes: all that a reader of it queries. */
export function auditArns({ tableArn }: Table): string[] {
  return [tableArn, ...indexes.map(name => `${tableArn}/index/${name}`)];
}
