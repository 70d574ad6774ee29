import { type Subject, subjectSchema } from '../../../../schemas/reference.ts';
import { derivedId } from '../../../core/envelope/derived-id.ts';
import { flagName } from '../../../core/record/flag-rows.ts';
import type { FlagIdentity } from '../../../core/record/flag-statement.ts';
import type { Key } from '../key.ts';

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

/** The sort key of the record of a subject. */
export const recordRow = 'RECORD';

/** The compact record of a subject. */
export function recordKey(subject: Subject): Key {
  return { pk: subjectPartition(subject), sk: recordRow };
}

/** The parts that the sparse indexes of the records table are kept in, so that no single one is written to by all. */
const shards = Array.from({ length: 16 }, (_, index) => String(index).padStart(2, '0'));

function shardOf(subject: Subject): string {
  return String(Number.parseInt(derivedId(subject).slice(-1), 16)).padStart(2, '0');
}

/** Index `due`: all its partitions. */
export const dueShards = shards.map(shard => `DUE#${shard}`);

/** Index `due`: the partition of a subject that time alone will change. */
export function dueShard(subject: Subject): string {
  return `DUE#${shardOf(subject)}`;
}

/** Index `flagged`: all its partitions. */
export const flaggedShards = shards.map(shard => `FLAGGED#${shard}`);

/** Index `flagged`: the partition of a subject on which any flag lives; sixteen, `#00` to `#15`. */
export function flaggedShard(subject: Subject): string {
  return `FLAGGED#${shardOf(subject)}`;
}

/** One of the fold's own rows, such as `CASE#…` or `FLAG#…`. */
export function rowKey(subject: Subject, row: string): Key {
  return { pk: subjectPartition(subject), sk: row };
}

/**
 * An event in a subject's timeline, which sorts by when it happened.
 * @param happened as `happenedKey` has it. What an id was first heard to say keeps the instant, so an event is kept once.
 */
export function eventKey(subject: Subject, happened: string): Key {
  return { pk: subjectPartition(subject), sk: `${eventRows}${happened}` };
}

/** How the sort keys of all of a subject's events begin. */
export const eventRows = 'EVENT#';

/** Of which periods the events of a subject have left the table. */
export function movedKey(subject: Subject): Key {
  return { pk: subjectPartition(subject), sk: 'MOVED' };
}

/** How far the way through the table is gone that finds what is to be moved. */
export const walkKey: Key = { pk: 'WALK#move', sk: 'POSITION' };

/** How the sort keys of everything begin that an operator's rebuild leaves beside the live rows. */
export const shadowRows = 'SHADOW#';

/** What a rebuild would put in the place of a live row. */
export function shadowKey(subject: Subject, sk: string): Key {
  return { pk: subjectPartition(subject), sk: `${shadowRows}${sk}` };
}

/** What an event's id was first heard to say, for all subjects. */
export function heardKey(eventId: string): Key {
  return { pk: `EVENT#${eventId}`, sk: 'HEARD' };
}

/** How the sort keys begin of what is published and of no flag. */
export const outboxRows = 'OUTBOX#';

/** What the commit of a version publishes that is of no flag. Padded, so that rows sort by version. */
export function outboxKey(subject: Subject, version: number): Key {
  return { pk: subjectPartition(subject), sk: `${outboxRows}${String(version).padStart(12, '0')}` };
}

/** How the sort keys of all that was done to flags begin. */
export const historyRows = 'HISTORY#';

/** The version of the commit in the sort key of what it did to a flag, or published. */
export function versionIn(sk: string): number {
  return Number.parseInt(sk.slice(sk.lastIndexOf('#') + 1), 10);
}

/** What the commit of a version did to a flag. Padded, so that rows sort by version. */
export function historyKey(subject: Subject, flag: FlagIdentity, version: number): Key {
  return rowKey(subject, `${historyRows}${flagName(flag)}#${String(version).padStart(12, '0')}`);
}
