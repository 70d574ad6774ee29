import {
  AttributeType,
  ProjectionType,
  StreamViewType,
  type Table,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IndexDeclaration, TableDeclaration } from '../../functions/shell/tables/table.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The properties of a table that follow from its declaration. */
export function declaredProps({ partitionKey, sortKey, expiry, stream }: TableDeclaration) {
  return {
    partitionKey: text(partitionKey),
    sortKey: text(sortKey),
    ...(expiry !== undefined && { timeToLiveAttribute: expiry }),
    ...(stream !== undefined && { stream: StreamViewType.NEW_IMAGE }),
  } satisfies TableProps;
}

/** How long a table can be restored to any second: by its declaration, or as long as AWS lets it. */
export function recoveryOf({ recoveryDays }: TableDeclaration) {
  return {
    pointInTimeRecoveryEnabled: true,
    ...(recoveryDays !== undefined && { recoveryPeriodInDays: recoveryDays }),
  };
}

/** Gives a table the indexes that are declared for it, in that order. */
export function addIndexes(table: Table, { indexes }: TableDeclaration): void {
  for (const { name: indexName, partitionKey, sortKey, shows } of Object.values(indexes)) {
    const keys = { partitionKey: text(partitionKey), sortKey: text(sortKey) };
    table.addGlobalSecondaryIndex({ indexName, ...keys, ...projectionOf(shows) });
  }
}

function projectionOf(shows: IndexDeclaration['shows']) {
  if (shows === 'everything') return { projectionType: ProjectionType.ALL };
  if (shows === 'keys') return { projectionType: ProjectionType.KEYS_ONLY };
  return { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...shows] };
}

/** The ARN of one index of a table. */
export function indexArn(
  { tableArn }: Pick<Table, 'tableArn'>,
  { name }: Pick<IndexDeclaration, 'name'>,
): string {
  return `${tableArn}/index/${name}`;
}
