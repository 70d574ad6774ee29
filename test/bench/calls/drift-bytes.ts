import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { announceAgain } from '../../../functions/core/delivery/correction.ts';
import { secondsAfter } from '../../../functions/core/time/instants.ts';
import { makeDeliveries } from '../../../functions/shell/tables/deliveries/deliveries-store.ts';
import { readFlags } from '../../../functions/shell/tables/records/flagged-reader.ts';
import { recordsTable as declaration } from '../../../functions/shell/tables/records/table.ts';
import type { Flag } from '../../../schemas/flags.ts';
import { instantOf, systemNameSchema } from '../../../schemas/reference.ts';
import type { DriftBytes } from '../cost/measured.ts';
import { afterTheNews } from '../support/news.ts';
import { makeScannedBytes } from './stored-bytes.ts';

interface Tables {
  endpoint: string;
  /** A client that no meter is on: what it reads is counted by what there is. */
  client: DynamoDBDocumentClient;
  records: string;
  deliveries: string;
}

/**
 * What a comparison of what systems hold reads, for each flag that lives: of the index of flags, and of the row by which a
 * system has acknowledged it, which is written here as `deliver` writes it.
 */
export async function driftBytes({ endpoint, client, records, deliveries }: Tables): Promise<DriftBytes> {
  const scannedBytes = makeScannedBytes(endpoint);
  const flags: Flag[] = [];
  for await (const flag of readFlags({ client, tableName: records })) flags.push(flag);
  if (flags.length === 0) throw new Error('Nothing that happened raised a flag');
  for (const flag of flags) await acknowledge(client, deliveries, flag);
  const each = (bytes: number) => Math.round(bytes / flags.length);
  return {
    indexBytes: each(await scannedBytes(records, declaration.indexes.flagged.name)),
    receiptBytes: each(await scannedBytes(deliveries)),
  };
}

async function acknowledge(client: DynamoDBDocumentClient, tableName: string, flag: Flag): Promise<void> {
  const store = makeDeliveries({ client, tableName, system: systemNameSchema.parse('repairs') });
  const [at, version, state] = [instantOf(afterTheNews), flag.version, 'in-force'] as const;
  const lease = { token: `lease of ${flag.id}`, version, state, until: secondsAfter(at, 60) };
  await store.begin(flag, lease, at);
  const { id: eventId } = announceAgain('missing', flag);
  const told = { version, state, eventId, sentAt: at, heardFrom: flag.sources, since: flag.since };
  if (!(await store.finish(flag, lease, told, true))) throw new Error('The lease was lost');
}
