import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { announce } from '../flags/announce.ts';
import { flagsOf } from '../flags/derive.ts';
import { correctedBy, isCorrected } from './corrections.ts';
import { effectsOf } from './effects.ts';
import { keepLatest, lastWriter, type Stamp } from './registers.ts';
import { type EffectRow, mergeCorrected, mergeRow, rowKeyOf, systemOf, touchOf } from './rows.ts';
import {
  emptyRecord,
  type LiveFlags,
  type Row,
  type SubjectRecord,
  type WorkOrderClosing,
} from './subject-record.ts';
import { heldFlagOf, openCaseOf } from './summaries.ts';

/** How many leaks, access attempts and closed work orders a record remembers; older ones are in the timeline. */
const windowLength = 50;

/** A subject as it was read: the rows are those that `rowKeysOf` names, where they exist. */
export interface SubjectBefore {
  subject: Subject;
  /** 0 when nothing was ever committed. */
  version: number;
  record: SubjectRecord | undefined;
  flags: LiveFlags;
  rows: Readonly<Record<string, Row>>;
}

/** A subject as it is to be committed, with what the hub has to announce because of it. */
export interface SubjectAfter {
  version: number;
  record: SubjectRecord;
  flags: LiveFlags;
  changedRows: Record<string, Row>;
  announcements: HubFlagEvent[];
}

/**
 * Folds events that this subject has not folded before, in any order, and derives what follows at the instant `at`.
 * The record is the same for the same set of events, however they were ordered or batched (promise 1); the announcements
 * are the difference between the flags that now stand and those announced before.
 *
 * Events of an entry that was corrected before count no more. An event that itself corrects an entry is for `refoldEvents`:
 * here it would not take back what of that entry is folded already.
 */
export function foldEvents(before: SubjectBefore, events: readonly SystemEvent[], at: Instant): SubjectAfter {
  const folded = foldInto(before, events);
  return { ...folded, ...announcedAfter(before, folded.record, events, at) };
}

/** What follows from a record: the flags to announce, against what was announced before because of these events. */
export function announcedAfter(
  { version: read, flags }: Pick<SubjectBefore, 'version' | 'flags'>,
  record: SubjectRecord,
  events: readonly SystemEvent[],
  at: Instant,
): Pick<SubjectAfter, 'version' | 'flags' | 'announcements'> {
  const version = read + 1;
  return { version, ...announce(flags, flagsOf(record, at), { version, at, events }) };
}

/** The record and the rows that change when events are folded into those that there are. */
export function foldInto(
  before: Pick<SubjectBefore, 'subject' | 'record' | 'rows'>,
  events: readonly SystemEvent[],
): Pick<SubjectAfter, 'record' | 'changedRows'> {
  const touches = events.flatMap(event => {
    const touched = touchOf(event, before.subject);
    return touched === undefined ? [] : [{ event, effects: effectsOf(event, touched) }];
  });
  const touching = touches.map(({ event }) => event);
  const changedRows: Record<string, Row> = correctedBy(touching, before.rows);
  const rows = { ...before.rows, ...changedRows };
  // A record that was written before a window was kept has it empty.
  let record: SubjectRecord = { ...emptyRecord(before.subject), ...before.record };
  for (const { event, effects } of touches) {
    const counts = !isCorrected(event, rows);
    if (counts) record = withSignals(record, event, effects);
    const key = rowKeyOf(systemOf(event), effects);
    if (key === undefined) continue;
    const row = (counts ? mergeRow : mergeCorrected)(rows[key], event, effects);
    if (row === undefined || row === rows[key]) continue;
    rows[key] = row;
    changedRows[key] = row;
    record = withSummary(record, key, row);
  }
  return { record, changedRows };
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
  const closing = closingOf(event, effects);
  return {
    ...record,
    totals,
    feeds,
    leaks: leak === undefined ? record.leaks : keepLatest(record.leaks, { ...stamp, ...leak }, windowLength),
    access:
      access === undefined ? record.access : keepLatest(record.access, { ...stamp, ...access }, windowLength),
    closings:
      closing === undefined
        ? record.closings
        : keepLatest(record.closings, { ...stamp, ...closing }, windowLength),
    ...(details === undefined ? {} : { details: lastWriter(record.details, { ...stamp, value: details }) }),
  };
}

/** The work order that an event closes, if it closes one, by the key of its case. */
function closingOf(
  event: SystemEvent,
  effects: ReturnType<typeof effectsOf>,
): Pick<WorkOrderClosing, 'workOrder'> | undefined {
  if (effects.case?.kind !== 'work-order' || effects.case.open !== false) return undefined;
  const workOrder = rowKeyOf(systemOf(event), effects);
  return workOrder === undefined ? undefined : { workOrder };
}

function withSummary(record: SubjectRecord, key: string, row: EffectRow): SubjectRecord {
  if (row.row === 'case') return { ...record, openCases: put(record.openCases, key, openCaseOf(row)) };
  return { ...record, heldFlags: put(record.heldFlags, key, heldFlagOf(row)) };
}

function put<T>(entries: Record<string, T>, key: string, entry: T | undefined): Record<string, T> {
  const { [key]: _replaced, ...others } = entries;
  return entry === undefined ? others : { ...others, [key]: entry };
}
