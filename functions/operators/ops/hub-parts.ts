import * as z from 'zod';

/** One dead-letter queue: what it is called, and the logs of the functions whose messages end there. */
export interface NamedQueue {
  name: string;
  url: string;
  logGroups: readonly string[];
}

/** What operators need to know of a hub. */
export interface HubParts {
  recordsTable: string;
  historyBucket: string;
  deliveriesTable: string;
  auditTable: string;
  quarantineTable: string;
  keysTable: string;
  busName: string;
  busArn: string;
  archiveArn: string;
  recordRuleArn: string;
  queues: readonly NamedQueue[];
  /** Where the settings of webhooks are, by system. */
  webhooks: ReadonlyMap<string, string>;
}

const outputsSchema = z.object({
  RecordsTableName: z.string(),
  HistoryBucketName: z.string(),
  DeliveriesTableName: z.string(),
  AuditTableName: z.string(),
  QuarantineTableName: z.string(),
  KeysTableName: z.string(),
  BusName: z.string(),
  BusArn: z.string(),
  ArchiveArn: z.string(),
  RecordRuleArn: z.string(),
});
const queueEnding = 'DeadLetterQueueUrl';
const webhookEnding = 'WebhookSecretArn';
const logEnding = 'LogGroupName';

/**
 * Reads a hub's outputs. @throws {Error} naming the outputs that are missing: a stack is of an earlier version, or no
 * hub's at all.
 */
export function hubPartsOf(outputs: Readonly<Record<string, string>>): HubParts {
  const known = outputsSchema.safeParse(outputs);
  if (!known.success) {
    const missing = known.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new Error(`The stack has no output ${missing}: deploy this version of it first`);
  }
  const {
    RecordsTableName,
    HistoryBucketName,
    DeliveriesTableName,
    AuditTableName,
    QuarantineTableName,
    KeysTableName,
    BusName,
    BusArn,
    ArchiveArn,
    RecordRuleArn,
  } = known.data;
  const names = Object.keys(outputs);
  const parts = names
    .filter(name => name.endsWith(queueEnding))
    .map(name => name.slice(0, -queueEnding.length));
  return {
    recordsTable: RecordsTableName,
    historyBucket: HistoryBucketName,
    deliveriesTable: DeliveriesTableName,
    auditTable: AuditTableName,
    quarantineTable: QuarantineTableName,
    keysTable: KeysTableName,
    busName: BusName,
    busArn: BusArn,
    archiveArn: ArchiveArn,
    recordRuleArn: RecordRuleArn,
    queues: parts.toSorted().map(part => ({
      name: kebabCase(part),
      url: outputs[`${part}${queueEnding}`] ?? '',
      logGroups: names
        .filter(name => name.startsWith(part) && name.endsWith(logEnding))
        .map(name => outputs[name] ?? ''),
    })),
    webhooks: new Map(
      names
        .filter(name => name.endsWith(webhookEnding))
        .map(name => [kebabCase(name.slice(0, -webhookEnding.length)), outputs[name] ?? '']),
    ),
  };
}

function kebabCase(name: string): string {
  return name.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();
}
