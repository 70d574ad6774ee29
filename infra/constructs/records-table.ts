import { AttributeType, ProjectionType, type Table } from 'aws-cdk-lib/aws-dynamodb';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * Gives the records table its indexes: each subject's timeline by when things happened; and two that only hold records
 * which have what they are about: those that time alone will change, by when, and those on which any flag lives.
 */
export function indexRecords(table: Table): void {
  table.addLocalSecondaryIndex({ indexName: 'timeline', sortKey: text('happened') });
  table.addGlobalSecondaryIndex({
    indexName: 'due',
    partitionKey: text('dueShard'),
    sortKey: text('nextDueAt'),
    projectionType: ProjectionType.KEYS_ONLY,
  });
  table.addGlobalSecondaryIndex({
    indexName: 'flagged',
    partitionKey: text('flagged'),
    sortKey: text('pk'),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['version', 'flags'],
  });
}

/** The ARN of one of its indexes. */
export function recordsIndex(table: Table, index: 'timeline' | 'due' | 'flagged'): string {
  return `${table.tableArn}/index/${index}`;
}
