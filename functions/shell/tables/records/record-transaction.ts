import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { eventSchema, type SystemEvent } from '../../../../schemas/catalogue.ts';
import { flagDefinitions } from '../../../../schemas/flags.ts';
import {
  type Instant,
  type PersonReference,
  personSubject,
  type Subject,
} from '../../../../schemas/reference.ts';
import { written } from '../../../core/envelope/written-event.ts';
import { flagChanges } from '../../../core/flags/history.ts';
import { isOfDecisions } from '../../../core/record/flag-rows.ts';
import type { SubjectAfter, SubjectBefore } from '../../../core/record/fold.ts';
import type { Companions } from '../../../core/record/one-person.ts';
import { touchOf } from '../../../core/record/rows.ts';
import { fingerprintOf, happenedKey } from '../../../core/record/timeline.ts';
import { chunksOf } from '../../chunks.ts';
import { isOfficersEvent } from '../../event-message.ts';
import { requireWritten } from '../../written.ts';
import { firstHeard } from './heard-store.ts';
import { historyItem } from './history-item.ts';
import { dueShard, eventKey, flaggedShard, outboxKey, recordKey, rowKey } from './keys.ts';
import type { OutboxEvent } from './outbox-row.ts';

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** A commit: the subject as it was read, as it shall be, and the events that make the difference. */
export interface RecordCommit {
  before: SubjectBefore;
  after: SubjectAfter;
  events: readonly SystemEvent[];
  at: Instant;
  claim?: Claim;
}
/** What the commit uses up besides: an id, which stands from then on for what is said under it here. */
export interface Claim {
  id: string;
  content: string;
}
/** DynamoDB takes a hundred actions in one transaction. */
export const maximumActions = 100;
const outboxDays = 7;
const flagsOfRules = flagDefinitions.filter(flag => 'derived' in flag).length;

/**
 * How many actions a commit mostly has: the events, the rows that they may change, the record, the outbox row, and what
 * becomes of the flags that the events name and of those of rules. One that has more is made event by event.
 */
export function actionsOf(events: number, rowKeys: readonly string[]): number {
  const named = rowKeys.filter(isOfDecisions).length;
  return events + rowKeys.length + named + flagsOfRules + 2;
}

/**
 * The actions of one commit. The events come first, in the order given: an event that is there already stops the commit
 * (that is the deduplication) and shows the row that is there. The record is written only over the version read.
 * What officers say is published by the commit that keeps it, before what follows from it: the archive has it too, and
 * the record queue, to which it comes back, knows it. What becomes of each flag is kept beside it, for whoever audits it:
 * the version on a timeline entry leads there.
 * Whoever is one with others is written only over the others as they were read, since what shows is of all of them.
 * The claim comes last: what is not committed uses nothing up.
 */
export function commitActions(table: string, { before, after, events, at, claim }: RecordCommit): Actions {
  const { subject } = before;
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName: table, Item } });
  const published = [...events.filter(isOfficersEvent), ...after.announcements];
  const rows = Object.entries(after.changedRows).map(([sk, row]) => put({ ...rowKey(subject, sk), row }));
  const history = flagChanges(before, after, events, at).map(change => put(historyItem(subject, change)));
  return [
    ...events.map(event => ({
      Put: {
        TableName: table,
        Item: timelineItem(subject, event, after.version),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      },
    })),
    { Put: { TableName: table, Item: recordItem(subject, after), ...versionIs(before.version) } },
    ...rows,
    ...history,
    ...(published.length > 0 ? [put(outboxItem(subject, after.version, published, at))] : []),
    ...companionChecks(table, before.companions),
    ...(claim === undefined ? [] : [claimAction(table, claim)]),
  ];
}

function claimAction(table: string, { id, content }: Claim): Actions[number] {
  return { Put: { TableName: table, ...firstHeard(id, content) } };
}

/** That those who are one with somebody are still as they were read. */
export function companionChecks(table: string, companions: Companions = {}): Actions {
  return Object.entries(companions).map(([person, { version }]) => ({
    ConditionCheck: {
      TableName: table,
      Key: recordKey(personSubject(person as PersonReference)),
      ...versionIs(version),
    },
  }));
}

/**
 * The transactions of one commit: one, unless a correction takes back what went to more rows than fit. Then rows go first,
 * each group only over the version read; the record, its events and what is announced come last and at once. What ends in
 * between is done again, from the timeline, by the event that is delivered again.
 */
export function commitTransactions(table: string, commit: RecordCommit): Actions[] {
  const actions = commitActions(table, commit);
  const { before, after, events } = commit;
  const first = events.length + 1;
  const rows = actions.slice(first, first + Object.keys(after.changedRows).length);
  const last = [...actions.slice(0, first), ...actions.slice(first + rows.length)];
  const kept = maximumActions - last.length;
  if (rows.length <= kept) return [actions];
  const guard = { TableName: table, Key: recordKey(before.subject), ...versionIs(before.version) };
  const ahead = chunksOf(rows.slice(Math.max(0, kept)), maximumActions - 1);
  return [
    ...ahead.map(group => [{ ConditionCheck: guard }, ...group]),
    [...last.slice(0, first), ...rows.slice(0, Math.max(0, kept)), ...last.slice(first)],
  ];
}

function timelineItem(subject: Subject, event: SystemEvent, version: number) {
  return {
    ...eventKey(subject, event.id),
    happened: happenedKey(event),
    type: event.type,
    role: touchOf(event, subject)?.role,
    fingerprint: fingerprintOf(event),
    version,
    event,
  };
}

/**
 * The outbox row of a version: what the relay publishes. It stays for as long as an operator may want it again.
 * @throws {HubError} where an event has a field that its schema lacks: the relay, a reader, would leave it out.
 */
export function outboxItem(subject: Subject, version: number, events: readonly OutboxEvent[], at: Instant) {
  for (const event of events) requireWritten(written(eventSchema, event));
  return { ...outboxKey(subject, version), events, expiresAt: expiryAfter(at, outboxDays) };
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
    ...{ version, record, flags },
    ...(latest !== undefined && { latest }),
    ...(Object.keys(flags).length > 0 && { flagged: flaggedShard(subject) }),
    ...(nextDueAt !== undefined && { dueShard: dueShard(subject), nextDueAt }),
  };
}

function versionIs(version: number) {
  if (version === 0) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: '#version = :read',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': version },
  };
}
