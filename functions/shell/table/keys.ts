import type { Flag } from '../../../schemas/flags.ts';
import type { Instant, Subject, SystemName, Uprn } from '../../../schemas/reference.ts';

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

/** Records table: the compact record of a subject. */
export function recordKey(subject: Subject): Key {
  return { pk: subjectPartition(subject), sk: 'RECORD' };
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

/** Records table: what an event's id was first heard to say, for all subjects. */
export function heardKey(eventId: string): Key {
  return { pk: `EVENT#${eventId}`, sk: 'HEARD' };
}

/** Records table: what one version of a record announces. Padded, so that rows sort by version. */
export function outboxKey(subject: Subject, version: number): Key {
  return { pk: subjectPartition(subject), sk: `OUTBOX#${String(version).padStart(12, '0')}` };
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

/** Quarantine table: what was refused of a system, in the order of refusal. */
export function quarantineKey(system: string, receivedAt: Instant, id: string): Key {
  return { pk: `SYSTEM#${system}`, sk: `${receivedAt}#${id}` };
}

/** Quarantine table: the mark that an item is already kept, whenever it is refused again. Sorts after every instant. */
export function quarantineMarkKey(system: string, id: string): Key {
  return { pk: `SYSTEM#${system}`, sk: `KEPT#${id}` };
}

/** Deliveries table: the receipt of a system for a flag. */
export function receiptKey(system: SystemName, flag: Pick<Flag, 'on' | 'code' | 'tenancyReference'>): Key {
  const tenancy = flag.tenancyReference === undefined ? '' : `@${flag.tenancyReference}`;
  return { pk: `SYSTEM#${system}`, sk: `FLAG#${flag.on}#${flag.code}${tenancy}` };
}

/** Files table: a file that a system was given a link for. */
export function fileKey(system: SystemName, fileId: string): Key {
  return { pk: `SYSTEM#${system}`, sk: `FILE#${fileId}` };
}

/** Files table: which snapshot of a feed was taken last. */
export function feedKey(system: SystemName, feed: string): Key {
  return { pk: `SYSTEM#${system}`, sk: `FEED#${feed}` };
}
