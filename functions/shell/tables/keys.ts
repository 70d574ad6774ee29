import type { Flag } from '../../../schemas/flags.ts';
import { type Subject, type SystemName, subjectSchema, type Uprn } from '../../../schemas/reference.ts';
import { derivedId } from '../../core/envelope/derived-id.ts';

/** The primary key of an item: every table has the same two attributes. */
export interface Key {
  pk: string;
  sk: string;
}

/** `property/…` and `person/…` as a partition key: one partition holds all of one subject. */
function subjectPartition(subject: Subject): string {
  const slash = subject.indexOf('/');
  return `${subject.slice(0, slash).toUpperCase()}#${subject.slice(slash + 1)}`;
}

/** The subject whose partition a key of the records table is in. */
export function subjectIn({ pk }: Pick<Key, 'pk'>): Subject {
  const hash = pk.indexOf('#');
  return subjectSchema.parse(`${pk.slice(0, hash).toLowerCase()}/${pk.slice(hash + 1)}`);
}

/** Whether a key of the records table is of a subject: what each id was first heard to say is of none. */
export function isOfSubject({ pk }: Pick<Key, 'pk'>): boolean {
  return /^(PROPERTY|PERSON)#/.test(pk);
}

/** Records table: the compact record of a subject. */
export function recordKey(subject: Subject): Key {
  return { pk: subjectPartition(subject), sk: 'RECORD' };
}

/** The parts that the sparse indexes of the records table are kept in, so that no single one is written to by all. */
const shards = Array.from({ length: 16 }, (_, index) => String(index).padStart(2, '0'));

function shardOf(subject: Subject): string {
  return String(Number.parseInt(derivedId(subject).slice(-1), 16)).padStart(2, '0');
}

/** Records table, index `due`: all its partitions. */
export const dueShards = shards.map(shard => `DUE#${shard}`);

/** Records table, index `due`: the partition of a subject that time alone will change. */
export function dueShard(subject: Subject): string {
  return `DUE#${shardOf(subject)}`;
}

/** Records table, index `flagged`: all its partitions. */
export const flaggedShards = shards.map(shard => `FLAGGED#${shard}`);

/** Records table, index `flagged`: the partition of a subject on which any flag lives; sixteen, `#00` to `#15`. */
export function flaggedShard(subject: Subject): string {
  return `FLAGGED#${shardOf(subject)}`;
}

/** Records table: one of the fold's own rows, `CASE#…` or `FLAG#…`. */
export function rowKey(subject: Subject, row: string): Key {
  return { pk: subjectPartition(subject), sk: row };
}

/** Records table: an event in a subject's timeline. The id is the key, so that an event is kept once. */
export function eventKey(subject: Subject, eventId: string): Key {
  return { pk: subjectPartition(subject), sk: `${eventRows}${eventId}` };
}

/** Records table: how the sort keys of all of a subject's events begin. */
export const eventRows = 'EVENT#';

/** Records table: how the sort keys of everything begin that an operator's rebuild leaves beside the live rows. */
export const shadowRows = 'SHADOW#';

/** Records table: what a rebuild would put in the place of a live row. */
export function shadowKey(subject: Subject, sk: string): Key {
  return { pk: subjectPartition(subject), sk: `${shadowRows}${sk}` };
}

/** Records table: what an event's id was first heard to say, for all subjects. */
export function heardKey(eventId: string): Key {
  return { pk: `EVENT#${eventId}`, sk: 'HEARD' };
}

/** Records table: how the sort keys of all announcements begin. */
export const outboxRows = 'OUTBOX#';

/** Records table: what one version of a record announces. Padded, so that rows sort by version. */
export function outboxKey(subject: Subject, version: number): Key {
  return { pk: subjectPartition(subject), sk: `${outboxRows}${String(version).padStart(12, '0')}` };
}

/** Directory table: a home or block with everything the gazetteer says of it. */
export function placeKey(uprn: Uprn): Key {
  return { pk: `UPRN#${uprn}`, sk: 'PLACE' };
}

/** Directory table: partitions that lead to homes. The sort key of their items is the home. */
export const leadsTo = {
  block: (block: Uprn) => `BLOCK#${block}`,
  successor: (successor: Uprn) => `SUCCESSOR#${successor}`,
  reference: (system: string, reference: string) => `REFERENCE#${system}#${reference}`,
  address: (key: string) => `ADDRESS#${key}`,
  postcode: (postcode: string) => `POSTCODE#${postcode}`,
} as const;

/** Directory table: all homes that are not retired, in a hundred partitions so that no single one is written to by all. */
export const standingPartitions = Array.from({ length: 100 }, (_, index) => standingPartition(String(index)));

/** Directory table: the partition in which a home is listed while it is not retired: by the last two digits. */
export function standingPartition(uprn: string): string {
  return `STANDING#${uprn.slice(-2).padStart(2, '0')}`;
}

/** Directory table: the sort key of an item that leads to a home. */
export function leadKey(pk: string, uprn: Uprn): Key {
  return { pk, sk: `UPRN#${uprn}` };
}

/** Directory table: which home a person said that a system means by a key of its own. One a key, beside its leads. */
export function learntKey(system: string, key: string): Key {
  return { pk: leadsTo.reference(system, key), sk: 'LEARNT' };
}

/** Quarantine table: all that was refused of one system. */
export function quarantinePartition(system: string): string {
  return `SYSTEM#${system}`;
}

/** Quarantine table: one thing that was refused. The id is the key, so that it is kept once. */
export function quarantineKey(system: string, id: string): Key {
  return { pk: quarantinePartition(system), sk: `ITEM#${id}` };
}

/** The id of what was refused, from its key. */
export function quarantineIdIn({ sk }: Key): string {
  return sk.slice('ITEM#'.length);
}

/** Deliveries table: what a system was told of a flag, and which version it acknowledged. */
export function receiptKey(system: SystemName, { id }: Pick<Flag, 'id'>): Key {
  return { pk: `SYSTEM#${system}`, sk: `FLAG#${id}` };
}

/** Deliveries table: whether a system is called. */
export function circuitKey(system: SystemName): Key {
  return { pk: `SYSTEM#${system}`, sk: 'CIRCUIT' };
}

/** Files table: a file that a system was given a link for. */
export function fileKey(system: SystemName, fileId: string): Key {
  return { pk: `SYSTEM#${system}`, sk: `FILE#${fileId}` };
}

/** Files table: which snapshot of a feed was taken last. */
export function feedKey(system: SystemName, feed: string): Key {
  return { pk: `SYSTEM#${system}`, sk: `FEED#${feed}` };
}
