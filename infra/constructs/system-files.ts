import { Duration } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { acknowledgeObjects } from '../nag.ts';
import { allow, allowKey, ownRows } from './allow.ts';
import { Consumer } from './consumer.ts';
import { encrypting } from './encrypting.ts';
import { watchHeldSnapshots } from './held-snapshots.ts';
import type { HubApi } from './hub-api.ts';
import { routeTo } from './hub-bus.ts';
import { HubFunction } from './hub-function.ts';
import type { SystemParts } from './hub-parts.ts';
import { countUnknownFields } from './unknown-fields-metric.ts';

/** What there is of a system in the bucket. */
const kinds = ['files', 'parts', 'results', 'changes', 'snapshots'] as const;

export interface SystemFilesProps extends SystemParts {
  manifest: SystemManifest;
  api: HubApi;
}

/**
 * How a system's files come in: its own `files` function gives links for them behind three routes, and processes them
 * one at a time as they arrive in the bucket. A queue of its own keeps a file of an hour from holding up single events.
 */
export class SystemFiles extends Construct {
  constructor(scope: Construct, id: string, props: SystemFilesProps) {
    super(scope, id);
    const { manifest, api, alarms, storage } = props;
    const { system, title } = manifest;
    const files = this.files(props);
    watchHeldSnapshots(this, files, props);
    countUnknownFields(files, props.settings);
    api.serve('files', files, system);
    const consumer = new Consumer(this, 'Consumer', {
      alarms,
      consumer: files,
      maxConcurrency: 2,
      batchSize: 1,
      late: {
        impact: `a file of ${title} is on no home’s record yet, or only in part; other teams decide without it.`,
        action: 'look at the errors and throttles of its files function; files wait in the queue for 7 days.',
      },
      failed: {
        impact: `a file that ${title} uploaded is on no home’s record, or only in part.`,
        action:
          'read the log of its files function for the reason, correct it, redrive the queue within 14 days: the file goes on where it stopped.',
      },
    });
    const { queue } = consumer;
    files.function.addEnvironment('FILES_QUEUE_URL', queue.queueUrl);
    files.permit(allow('sqs', ['SendMessage'], [queue.queueArn]));
    const pattern = {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [storage.bucket.bucketName] },
        object: { key: Match.prefix(`files/${system}/`) },
      },
    };
    routeTo(this, 'Rule', { pattern, consumer });
  }

  private files({ settings, bundles, storage, bus, manifest, shares }: SystemFilesProps): HubFunction {
    const { system } = manifest;
    const objects = (beginning: string) => `${storage.bucket.bucketArn}/${beginning}/*`;
    const beginnings = kinds.map(kind => `${kind}/${system}`);
    const files = new HubFunction(this, 'Files', {
      settings,
      service: `files-${system}`,
      code: bundles.files(system),
      timeout: Duration.minutes(5),
      memorySize: 1769,
      share: shares?.files,
      environment: {
        SYSTEM: system,
        BUS_NAME: bus.bus.eventBusName,
        BUCKET_NAME: storage.bucket.bucketName,
        FILES_TABLE: storage.files.tableName,
        DIRECTORY_TABLE: storage.directory.tableName,
        QUARANTINE_TABLE: storage.quarantine.tableName,
        DELIVERIES_TABLE: storage.deliveries.tableName,
        KEYS_TABLE: storage.keys.tableName,
      },
      permissions: [
        bus.publishAsSystem(manifest),
        encrypting(storage),
        allow('dynamodb', ['BatchGetItem', 'Query'], [storage.directory.tableArn]),
        allow('dynamodb', ['PutItem', 'UpdateItem'], [storage.quarantine.tableArn], ownRows(system)),
        allowKey(storage.personalKey),
        allow('dynamodb', ['BatchGetItem'], [storage.deliveries.tableArn], ownRows(system)),
        allow('dynamodb', ['GetItem', 'PutItem'], [storage.files.tableArn], ownRows(system)),
        allow('s3', ['GetObject', 'PutObject'], beginnings.map(objects)),
        // Only a snapshot is ever removed: by the one after it.
        allow('s3', ['DeleteObject'], [objects(`snapshots/${system}`)]),
      ],
    });
    acknowledgeObjects(files, storage.bucket, beginnings);
    return files;
  }
}
