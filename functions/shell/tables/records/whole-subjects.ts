import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { eventSchema, type SystemEvent } from '../../../../schemas/catalogue.ts';
import { type Flag, flagSchema } from '../../../../schemas/flags.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import { namedAsOneIn } from '../../../core/record/one-person.ts';
import type { StoredWhole } from '../../../core/record/rebuild.ts';
import type { LiveFlags } from '../../../core/record/subject-record.ts';
import { HubError } from '../../errors.ts';
import { isSystemEvent } from '../../event-message.ts';
import type { Table } from '../batch-requests.ts';
import type { Key } from '../key.ts';
import { scanTable } from '../table-scan.ts';
import { companionsOf } from './companions.ts';
import { allEventItems, type EventsTable } from './event-items.ts';
import { historyRows, isOfSubject, outboxRows, recordKey, subjectIn, versionIn } from './keys.ts';
import { inClear } from './packed.ts';
import { recordApart } from './rows-in-record.ts';
import { readRows } from './rows-reader.ts';

/** A subject with all that there is of it, read as one: what has left the table is in the timeline. */
export interface WholeSubject extends StoredWhole {
  /** The version exactly as it is stored, however damaged; nothing where there is no record. */
  storedVersion: { value: unknown } | undefined;
  /** The keys of those rows that lie in the record. */
  inRecord: readonly string[];
  timeline: readonly SystemEvent[];
  /** Sort keys of timeline entries that are no events of the shared language. */
  unreadable: readonly string[];
}

/** Reads subjects whole, for an operator: at a cost that grows with their history. */
export interface WholeSubjects {
  /** @throws {HubError} when each read met another commit to the subject. */
  read(subject: Subject): Promise<WholeSubject>;
  /** Visits every subject of which there is anything, several side by side, in no order. */
  each(visit: (subject: Subject) => Promise<void>): Promise<void>;
}

const attempts = 8;
const partitionSchema = z.object({ pk: z.string() });

/** Makes the reader of whole subjects of the records table. */
export function makeWholeSubjects(table: EventsTable): WholeSubjects {
  return {
    async read(subject) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const before = await recordItem(table, subject);
        const whole = await wholeOf(table, subject, before);
        const after = await recordItem(table, subject);
        if (before?.['version'] === after?.['version']) return whole;
        await table.pause(attempt);
      }
      throw new HubError(`Others commit to ${subject} all the time: try again`, { retryable: true });
    },
    each: visit => scanTable(table, { schema: partitionSchema }, () => oncePerSubject(visit)),
  };
}

/** What a fold keeps beside the record, or in its item; whatever else lies in the partition is not its business. */
const foldRows = ['CASE#', 'CORRECTED#', 'DECISIONS#', 'FLAG#', 'OCCURRENCES#'];

async function wholeOf(
  table: EventsTable,
  subject: Subject,
  record: Record<string, unknown> | undefined,
): Promise<WholeSubject> {
  const { pk } = recordKey(subject);
  const events = (await allEventItems(table, subject)).map(inClear);
  const [history, outbox, ...rows] = await Promise.all(
    [historyRows, outboxRows, ...foldRows].map(async prefix =>
      (await readRows(table, pk, prefix)).map(inClear),
    ),
  );
  const read = events.map(({ sk, event }) => ({ sk, event: eventSchema.safeParse(event).data }));
  const flags = readableFlags(record?.['flags']);
  const versions = [
    ...Object.values(flags).map(({ version }) => version),
    ...[...(history ?? []), ...(outbox ?? [])].map(({ sk }) => versionIn(String(sk))),
    read.length,
  ];
  const { record: own, rows: lying } = recordApart(record ?? {});
  const stored = z.int().positive().safeParse(record?.['version']).data;
  const timeline = read.flatMap(({ event }) => (event !== undefined && isSystemEvent(event) ? [event] : []));
  return {
    subject,
    companions: await companionsOf(table, { subject, record: undefined }, namedAsOneIn(timeline, subject)),
    // Lost, it must not begin again: systems ignore what has a lower version than what they know.
    version: stored ?? Math.max(0, ...versions),
    storedVersion: record && { value: record['version'] },
    flags,
    record: own,
    rows: { ...Object.fromEntries(rows.flat().map(({ sk, row }) => [sk, row])), ...lying },
    inRecord: Object.keys(lying),
    timeline,
    unreadable: read.flatMap(({ sk, event }) =>
      event !== undefined && isSystemEvent(event) ? [] : [String(sk)],
    ),
  };
}

/** Of damaged flags, those that can still be read. */
function readableFlags(flags: unknown): LiveFlags {
  const entries = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(flags));
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Flag] => flagSchema.safeParse(entry[1]).success),
  );
}

async function recordItem({ client, tableName: TableName }: Table, subject: Subject) {
  const get = new GetCommand({ TableName, Key: recordKey(subject), ConsistentRead: true });
  const { Item } = await client.send(get);
  return Item && inClear(Item);
}

/** A partition's items come one after the other, so it is enough to know the last one. */
function oncePerSubject(visit: (subject: Subject) => Promise<void>) {
  let last: string | undefined;
  return async (items: readonly Pick<Key, 'pk'>[]) => {
    for (const item of items.filter(isOfSubject)) {
      if (item.pk === last) continue;
      last = item.pk;
      await visit(subjectIn(item));
    }
  };
}
