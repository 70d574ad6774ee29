import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { announce } from '../flags/announce.ts';
import { flagsOf } from '../flags/derive.ts';
import { effectsOf } from './effects.ts';
import { keepLatest, lastWriter, type Stamp } from './registers.ts';
import { mergeRow, rowKeyOf, systemOf, touchOf } from './rows.ts';
import { type Announced, emptyRecord, type Row, type SubjectRecord } from './subject-record.ts';
import { heldFlagOf, openCaseOf } from './summaries.ts';

/** How many leaks and access attempts a record remembers; older ones are in the timeline. */
const windowLength = 50;

/** A subject as it was read: the rows are those that `rowKeysOf` names, where they exist. */
export interface SubjectBefore {
  subject: Subject;
  /** 0 when nothing was ever committed. */
  version: number;
  record: SubjectRecord | undefined;
  announced: Announced;
  rows: Readonly<Record<string, Row>>;
}

/** A subject as it is to be committed, with what the hub has to announce because of it. */
export interface SubjectAfter {
  version: number;
  record: SubjectRecord;
  announced: Announced;
  changedRows: Record<string, Row>;
  announcements: HubFlagEvent[];
}

/**
 * Folds events that this subject has not folded before, in any order, and derives what follows at the instant `at`.
 * The record is the same for the same set of events, however they were ordered or batched (promise 1); the announcements
 * are the difference between the flags that now stand and those announced before.
 */
export function foldEvents(before: SubjectBefore, events: readonly SystemEvent[], at: Instant): SubjectAfter {
  const rows: Record<string, Row> = { ...before.rows };
  const changedRows: Record<string, Row> = {};
  let record = before.record ?? emptyRecord(before.subject);
  for (const event of events) {
    const touched = touchOf(event, before.subject);
    if (touched === undefined) continue;
    const effects = effectsOf(event, touched);
    record = withSignals(record, event, effects);
    const key = rowKeyOf(systemOf(event), effects);
    const row = key === undefined ? undefined : mergeRow(rows[key], event, effects);
    if (key === undefined || row === undefined) continue;
    rows[key] = row;
    changedRows[key] = row;
    record = withSummary(record, key, row);
  }
  const version = before.version + 1;
  const { announced, announcements } = announce(before.announced, flagsOf(record, at), {
    version,
    at,
    events,
  });
  return { version, record, announced, changedRows, announcements };
}

function withSignals(
  record: SubjectRecord,
  event: SystemEvent,
  effects: ReturnType<typeof effectsOf>,
): SubjectRecord {
  const stamp: Stamp = { at: event.time, rank: 0, id: event.id };
  const totals = { ...record.totals, events: record.totals.events + 1 };
  if (effects.total !== undefined) totals[effects.total] += 1;
  const heard = record.feeds[systemOf(event)];
  const feeds = {
    ...record.feeds,
    [systemOf(event)]: heard !== undefined && heard > event.time ? heard : event.time,
  };
  const { leak, access, details } = effects;
  return {
    ...record,
    totals,
    feeds,
    leaks: leak === undefined ? record.leaks : keepLatest(record.leaks, { ...stamp, ...leak }, windowLength),
    access:
      access === undefined ? record.access : keepLatest(record.access, { ...stamp, ...access }, windowLength),
    ...(details === undefined ? {} : { details: lastWriter(record.details, { ...stamp, value: details }) }),
  };
}

function withSummary(record: SubjectRecord, key: string, row: Row): SubjectRecord {
  if (row.row === 'case') return { ...record, openCases: put(record.openCases, key, openCaseOf(row)) };
  return { ...record, heldFlags: put(record.heldFlags, key.slice('FLAG#'.length), heldFlagOf(row)) };
}

function put<T>(entries: Record<string, T>, key: string, entry: T | undefined): Record<string, T> {
  const { [key]: _replaced, ...others } = entries;
  return entry === undefined ? others : { ...others, [key]: entry };
}
