import { TableEncryption, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';

/**
 * For how many days the table of keys can be restored. A destroyed key is in its backups for so long and no longer, so that an
 * erasure is complete after a week, however long anything else is kept. A week is for somebody to notice a mistake.
 */
const keyRecoveryDays = 7;

/** What the table of keys has beside what every table has. */
export function keysTableProps(encryptionKey: Key): Partial<TableProps> {
  return {
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: keyRecoveryDays,
    },
  };
}
