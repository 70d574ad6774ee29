import {
  BillingMode,
  type CfnTable,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { auditTable } from '../../functions/shell/tables/audit/table.ts';
import { deliveriesTable } from '../../functions/shell/tables/deliveries/table.ts';
import { directoryTable } from '../../functions/shell/tables/directory/table.ts';
import { filesTable } from '../../functions/shell/tables/files/table.ts';
import { keysTable } from '../../functions/shell/tables/keys/table.ts';
import { quarantineTable } from '../../functions/shell/tables/quarantine/table.ts';
import { recordsTable } from '../../functions/shell/tables/records/table.ts';
import type { TableDeclaration } from '../../functions/shell/tables/table.ts';
import type { Settings } from '../settings.ts';
import { auditTableProps } from './audit-table.ts';
import { addIndexes, declaredProps, recoveryOf } from './declared-table.ts';
import { FileBucket } from './file-bucket.ts';
import { HistoryBucket } from './history-bucket.ts';
import { personalKey } from './personal-key.ts';

/** The bucket of files, and the tables: pay per request, encrypted with a key whose use is audited, restorable to any second. */
export class Storage extends Construct {
  /** The record of every subject, its timeline, and the outbox that the stream carries to the relay. */
  readonly records: Table;
  /** Gazetteer and cross references: which home a system means. */
  readonly directory: Table;
  /** What could not be accepted, with the reasons and all that was sent. */
  readonly quarantine: Table;
  readonly quarantineStreamArn: string;
  /** Receipts: which version of which flag each system has. */
  readonly deliveries: Table;
  /** Where each file has got to, and the last snapshot of each feed. */
  readonly files: Table;
  /** The files themselves, and their results. */
  readonly bucket: Bucket;
  /** Events of years that are over, which have left the table of records. */
  readonly history: Bucket;
  /** Who was shown what about whom, when and why. */
  readonly audit: Table;
  /** The keys of what is said of people, apart from what they encrypt. */
  readonly keys: Table;
  /** The key of the two tables that say something of people in clear: quarantine, and keys. */
  readonly personalKey: Key;
  readonly recordsStreamArn: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.records = this.table(recordsTable, settings);
    this.recordsStreamArn = (this.records.node.defaultChild as CfnTable).attrStreamArn;
    this.directory = this.table(directoryTable, settings);
    this.personalKey = personalKey(this, settings);
    const underPersonalKey = {
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.personalKey,
    };
    this.quarantine = this.table(quarantineTable, settings, underPersonalKey);
    this.quarantineStreamArn = (this.quarantine.node.defaultChild as CfnTable).attrStreamArn;
    this.deliveries = this.table(deliveriesTable, settings);
    this.files = this.table(filesTable, settings);
    this.audit = this.table(auditTable, settings, auditTableProps);
    this.keys = this.table(keysTable, settings, underPersonalKey);
    this.bucket = new FileBucket(this, 'FileBucket', settings).bucket;
    this.history = new HistoryBucket(this, 'History', settings).bucket;
  }

  private table(declaration: TableDeclaration, settings: Settings, props: Partial<TableProps> = {}): Table {
    const table = new Table(this, declaration.name, {
      ...declaredProps(declaration),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: recoveryOf(declaration),
      deletionProtection: settings.keepsData,
      removalPolicy: settings.removalPolicy,
      ...props,
    });
    addIndexes(table, declaration);
    return table;
  }
}
