import {
  AttributeType,
  BillingMode,
  type CfnTable,
  StreamViewType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { auditTableProps, indexAudit } from './audit-table.ts';
import { FileBucket } from './file-bucket.ts';
import { indexQuarantine, quarantineKey } from './quarantine-table.ts';
import { indexRecords, recordsIndex } from './records-table.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The bucket of files, and the tables: pay per request, encrypted with a key whose use is audited, restorable to any second. */
export class Storage extends Construct {
  /** The record of every subject, its timeline, and the outbox that the stream carries to the relay. */
  readonly records: Table;
  /** Gazetteer and cross references: which home a system means. */
  readonly directory: Table;
  /** What could not be accepted, with the reasons and all that was sent. */
  readonly quarantine: Table;
  readonly quarantineKey: Key;
  readonly quarantineStreamArn: string;
  /** Receipts: which version of which flag each system has. */
  readonly deliveries: Table;
  /** Where each file has got to, and the last snapshot of each feed. */
  readonly files: Table;
  /** The files themselves, and their results. */
  readonly bucket: Bucket;
  /** Who was shown what about whom, when and why. */
  readonly audit: Table;
  readonly recordsStreamArn: string;
  /** The records of one subject in the order in which things happened. */
  readonly timelineIndexArn: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.records = this.table('Records', settings, {
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAt',
    });
    indexRecords(this.records);
    this.recordsStreamArn = (this.records.node.defaultChild as CfnTable).attrStreamArn;
    this.timelineIndexArn = recordsIndex(this.records, 'timeline');
    this.directory = this.table('Directory', settings);
    this.quarantineKey = quarantineKey(this, settings);
    this.quarantine = this.table('Quarantine', settings, {
      ...{ encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: this.quarantineKey },
      stream: StreamViewType.NEW_IMAGE,
    });
    indexQuarantine(this.quarantine);
    this.quarantineStreamArn = (this.quarantine.node.defaultChild as CfnTable).attrStreamArn;
    this.deliveries = this.table('Deliveries', settings);
    this.files = this.table('Files', settings, { timeToLiveAttribute: 'expiresAt' });
    this.audit = this.table('Audit', settings, auditTableProps);
    indexAudit(this.audit);
    this.bucket = new FileBucket(this, 'FileBucket', settings).bucket;
  }

  private table(id: string, settings: Settings, props: Partial<TableProps> = {}): Table {
    return new Table(this, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.keepsData,
      removalPolicy: settings.removalPolicy,
      ...props,
    });
  }
}
