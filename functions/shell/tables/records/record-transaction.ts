import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { flagDefinitions } from '../../../../schemas/flags.ts';
import {
  type Instant,
  type PersonReference,
  personSubject,
  type Subject,
} from '../../../../schemas/reference.ts';
import { flagChanges } from '../../../core/flags/history.ts';
import { isOfDecisions } from '../../../core/record/flag-rows.ts';
import type { SubjectAfter, SubjectBefore } from '../../../core/record/fold.ts';
import type { Companions } from '../../../core/record/one-person.ts';
import { touchOf } from '../../../core/record/rows.ts';
import { fingerprintOf, happenedKey } from '../../../core/record/timeline.ts';
import { chunksOf } from '../../chunks.ts';
import { isOfficersEvent } from '../../event-message.ts';
import { heardItem } from './heard.ts';
import { historyItems } from './history-item.ts';
import { dueShard, eventKey, flaggedShard, recordKey, rowKey } from './keys.ts';
import { stored } from './packed.ts';
import { placeRows, type RowsInRecord } from './rows-in-record.ts';

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** A subject as it was read, with the rows that lie in its record whether they were asked for or not. */
export interface SubjectRead extends SubjectBefore {
  rowsInRecord: RowsInRecord;
}
/** What becomes of one subject: as it was read, as it shall be, and the events that make the difference. */
export interface SubjectCommit {
  before: SubjectRead;
  after: SubjectAfter;
  events: readonly SystemEvent[];
  at: Instant;
}
/** An id that stands for what it says here from now on, and what an officer asked for where it is theirs. */
export interface FirstHeard {
  event: SystemEvent;
  asked?: string;
}
/** A commit: all of it or nothing. */
export interface RecordCommit {
  subjects: readonly SubjectCommit[];
  heard: readonly FirstHeard[];
}
/** DynamoDB takes a hundred actions in one transaction. */
export const maximumActions = 100;
const flagsOfRules = flagDefinitions.filter(flag => 'derived' in flag).length;

/**
 * How many actions the commit of a subject has at the most, or nearly so: the events, the rows that they may change, the
 * record, what becomes of the flags that the events name and of those of rules, and what is published that is of no flag.
 * Rows that would leave the record are not counted: none leaves where that would be too many.
 */
export function actionsOf(events: number, rowKeys: readonly string[]): number {
  return actionsMostly(events, rowKeys) + flagsOfRules + 1;
}

/** How many it mostly has: the flags of rules stay as they are, and nothing is published that is of no flag. */
export function actionsMostly(events: number, rowKeys: readonly string[]): number {
  const named = rowKeys.filter(isOfDecisions).length;
  return events + rowKeys.length + named + 1;
}

/**
 * The actions that commit one subject. The record is written only over the version read, and an event only where it is not
 * yet. What officers say is published by the commit that keeps it: the archive has it too, and the record queue, to which it
 * comes back, knows it. What becomes of each flag is kept with what is published of it, for whoever audits it: the version on
 * a timeline entry leads there.
 * Whoever is one with others is written only over the others as they were read, since what shows is of all of them.
 * @param beside the subjects that are written in the same transaction: that guards them already
 * @param isCrowded whether as few items are to be written as can be
 */
export function subjectActions(...commit: Parameters<typeof partsOf>): Actions {
  const { heads, rows, tails } = partsOf(...commit);
  return [...heads, ...rows, ...tails];
}

/** The same in parts: the events and the record, the rows that do not lie in it, and all else. */
function partsOf(
  table: string,
  { before, after, events, at }: SubjectCommit,
  beside: readonly Subject[] = [],
  isCrowded = false,
): Record<'heads' | 'rows' | 'tails', Actions> {
  const { subject } = before;
  const put = (item: Parameters<typeof stored>[0]) => ({ Put: { TableName: table, Item: stored(item) } });
  const published = [...events.filter(isOfficersEvent), ...after.announcements];
  const { rowsInRecord } = before;
  const { record, rows } = placeRows(recordItem(subject, after), rowsInRecord, after.changedRows, isCrowded);
  const changes = flagChanges(before, after, events, at);
  return {
    heads: [
      ...events.map(event => ({
        Put: { TableName: table, Item: stored(timelineItem(subject, event, after.version)), ...isNew },
      })),
      { Put: { TableName: table, Item: record, ...versionIs(before.version) } },
    ],
    rows: Object.entries(rows).map(([sk, row]) => put({ ...rowKey(subject, sk), row })),
    tails: [
      ...historyItems(subject, after.version, changes, published).map(put),
      ...companionChecks(table, before.companions, beside),
    ],
  };
}

/** An id stands for one thing, whoever says so first. Whoever asks again is told what it was asked for. */
function heardActions(table: string, heard: readonly FirstHeard[]): Actions {
  return heard.map(({ event, asked }) => ({
    Put: {
      ...{ TableName: table, Item: heardItem(event, asked), ...isNew },
      ...(asked !== undefined && { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }),
    },
  }));
}

/** That those who are one with somebody are still as they were read; those not who are written beside. */
export function companionChecks(
  table: string,
  companions: Companions = {},
  beside: readonly Subject[] = [],
): Actions {
  return Object.entries(companions).flatMap(([person, { version }]) => {
    const subject = personSubject(person as PersonReference);
    if (beside.includes(subject)) return [];
    return [{ ConditionCheck: { TableName: table, Key: recordKey(subject), ...versionIs(version) } }];
  });
}

/**
 * The transactions of one commit: one, unless a correction takes back what went to more rows of a subject than fit. Then
 * rows go first, each group only over the version read; the record, its events and what is announced come last and at once.
 * What ends in between is done again, from the timeline, by the event that is delivered again.
 */
export function commitTransactions(table: string, { subjects, heard }: RecordCommit): Actions[] {
  const ids = heardActions(table, heard);
  const written = subjects.map(({ before }) => before.subject);
  const all = (isCrowded: boolean) => [
    ...ids,
    ...subjects.flatMap(commit => subjectActions(table, commit, written, isCrowded)),
  ];
  const whole = all(false);
  if (whole.length <= maximumActions) return [whole];
  const [only, ...others] = subjects;
  if (only === undefined || others.length > 0) return [all(true)];
  const { before } = only;
  const { heads, rows, tails } = partsOf(table, only);
  const last = [...ids, ...heads, ...tails];
  const kept = Math.max(0, maximumActions - last.length);
  const guard = { TableName: table, Key: recordKey(before.subject), ...versionIs(before.version) };
  const ahead = chunksOf(rows.slice(kept), maximumActions - 1);
  return [...ahead.map(group => [{ ConditionCheck: guard }, ...group]), [...last, ...rows.slice(0, kept)]];
}

function timelineItem(subject: Subject, event: SystemEvent, version: number) {
  return {
    ...eventKey(subject, happenedKey(event)),
    type: event.type,
    role: touchOf(event, subject)?.role,
    fingerprint: fingerprintOf(event),
    version,
    event,
  };
}

/** When DynamoDB may forget an item: in seconds, that many days after an instant. */
export function expiryAfter(at: Instant, days: number): number {
  return Math.floor(Date.parse(at) / 1000) + days * 24 * 60 * 60;
}

/**
 * The record of a subject as it is stored, in the sparse indexes of what has flags and of what is due. The latest that the
 * subject was heard of stands beside it, for whoever may not read the record.
 */
export function recordItem(
  subject: Subject,
  { version, record, flags, nextDueAt }: Pick<SubjectAfter, 'version' | 'record' | 'flags' | 'nextDueAt'>,
) {
  const latest = Object.values(record.feeds).sort().at(-1);
  return {
    ...recordKey(subject),
    ...{ version, record, flags: inOrder(flags) },
    ...(latest !== undefined && { latest }),
    ...(Object.keys(flags).length > 0 && { flagged: flaggedShard(subject) }),
    ...(nextDueAt !== undefined && { dueShard: dueShard(subject), nextDueAt }),
  };
}

/** The same flags are the same bytes, in whatever order they were derived: the index is not written for that. */
function inOrder<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };

function versionIs(version: number) {
  if (version === 0) return isNew;
  return {
    ConditionExpression: '#version = :read',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': version },
  };
}
