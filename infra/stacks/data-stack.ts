import type { App } from 'aws-cdk-lib';
import { Alarms } from '../constructs/alarms.ts';
import { HubBus } from '../constructs/hub-bus.ts';
import { Seals } from '../constructs/seals.ts';
import { Storage } from '../constructs/storage.ts';
import type { Settings } from '../settings.ts';
import { HubStack } from './hub-stack.ts';
import { stackNames } from './stack-name.ts';

/**
 * What is kept, and what others have subscribed to: tables, keys, buckets, the bus with its archive, the topics of alarms. It
 * knows no function and no system, and seldom changes.
 */
export class DataStack extends HubStack {
  readonly storage: Storage;
  readonly bus: HubBus;
  readonly seals: Seals;
  readonly alarms: Alarms;

  constructor(scope: App, settings: Settings) {
    super(scope, stackNames.data(settings.stage), settings, 'what is kept of every home');
    this.alarms = new Alarms(this, 'Alarms', settings);
    this.storage = new Storage(this, 'Storage', settings);
    this.bus = new HubBus(this, 'Bus', settings);
    this.seals = new Seals(this, 'Sealing', settings);
    this.say();
  }

  private say(): void {
    const { storage, bus, seals, alarms } = this;
    const { records, directory, quarantine, deliveries, files, audit, keys } = storage;
    const tables = [records, directory, quarantine, deliveries, files, audit, keys];
    const buckets = [storage.bucket, storage.history, ...seals.buckets];
    const { topic, dataProtection } = alarms;
    this.exports(
      ...tables.flatMap(({ tableName, tableArn }) => [tableName, tableArn]),
      ...[storage.recordsStreamArn, storage.quarantineStreamArn, storage.personalKey.keyArn],
      ...buckets.flatMap(({ bucketName, bucketArn }) => [bucketName, bucketArn]),
      ...[bus.bus.eventBusName, bus.bus.eventBusArn, topic.topicArn, dataProtection.topicArn],
    );
    this.outputs({
      BusName: bus.bus.eventBusName,
      BusArn: bus.bus.eventBusArn,
      ArchiveArn: bus.archiveArn,
      RecordsTableName: records.tableName,
      DirectoryTableName: directory.tableName,
      QuarantineTableName: quarantine.tableName,
      DeliveriesTableName: deliveries.tableName,
      FilesTableName: files.tableName,
      AuditTableName: audit.tableName,
      KeysTableName: keys.tableName,
      FilesBucketName: storage.bucket.bucketName,
      HistoryBucketName: storage.history.bucketName,
      AlarmTopicArn: topic.topicArn,
      DataProtectionTopicArn: dataProtection.topicArn,
    });
  }
}
