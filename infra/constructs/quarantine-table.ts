import { AttributeType, ProjectionType, type Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** What each index shows: never the payload. */
const indexes = {
  /** What waits, by what it waits for. Read consistently, so that nothing that was kept before is missed. */
  waiting: { sortedBy: 'waitsFor', shows: ['id', 'system', 'receivedAt', 'resolutions'] },
  /** Everything by its state, the longest kept first. */
  listed: {
    sortedBy: 'listed',
    shows: [
      ...['id', 'system', 'state', 'reason', 'problems', 'receivedAt', 'row', 'eventType'],
      ...['key', 'candidates', 'resolutions'],
    ],
  },
} as const;

/** A key of the landlord's own: who may read what systems sent, and when it was read, is on record in one place. */
export function quarantineKey(scope: Construct, { removalPolicy }: Settings): Key {
  const description = 'Lintel: what systems sent and the hub could not take';
  return new Key(scope, 'QuarantineKey', { description, enableKeyRotation: true, removalPolicy });
}

/** Gives the quarantine table its indexes. */
export function indexQuarantine(table: Table): void {
  for (const [indexName, { sortedBy, shows }] of Object.entries(indexes)) {
    table.addLocalSecondaryIndex({
      indexName,
      sortKey: { name: sortedBy, type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...shows],
    });
  }
}

/** The ARN of one of its indexes. */
export function quarantineIndex(table: Table, index: keyof typeof indexes): string {
  return `${table.tableArn}/index/${index}`;
}
