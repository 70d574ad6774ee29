import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import type { ClearingReason } from '../../../schemas/flag-life.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { announce } from '../flags/announce.ts';
import { shownOf } from '../flags/as-one.ts';
import { clearingReason, type Ground } from '../flags/clearing.ts';
import { flagsOf } from '../flags/derive.ts';
import { nextChangeOf } from '../flags/next-change.ts';
import { correctedBy, isCorrected } from './corrections.ts';
import type { Effects } from './effect.ts';
import { effectsOf } from './effects.ts';
import { decisionsIn, saidKeyOf } from './flag-rows.ts';
import { withHazard } from './hazards.ts';
import { withDecisions, withFlag } from './held-flags.ts';
import { type Companions, oneWith } from './one-person.ts';
import { withProof } from './proofs.ts';
import type { CaseRow, FlagRow, OccurrencesRow, Row } from './row.ts';
import { caseKey, changedBy, occurrencesKey, systemOf, touchOf } from './rows.ts';
import { withSignals } from './signals.ts';
import {
  type DerivedFlag,
  emptyRecord,
  type LiveFlags,
  personOf,
  type SubjectRecord,
} from './subject-record.ts';
import { openCaseOf } from './summaries.ts';
import { withUnnamedLeaks } from './unnamed-leaks.ts';

/** A subject as it was read: the rows are those that `rowKeysOf` names, where they exist. */
export interface SubjectBefore {
  subject: Subject;
  /** 0 when nothing was ever committed. */
  version: number;
  record: SubjectRecord | undefined;
  flags: LiveFlags;
  /** The instant up to which time alone changed nothing, when it was read. */
  nextDueAt?: Instant | undefined;
  rows: Readonly<Record<string, Row>>;
  /** Of a person who is one with others, or about whom that is now decided: the others as they were read. */
  companions?: Companions;
}

/** A subject as it is to be committed, with what the hub has to announce because of it. */
export interface SubjectAfter {
  version: number;
  record: SubjectRecord;
  flags: LiveFlags;
  /** The next instant at which time alone changes something. */
  nextDueAt: Instant | undefined;
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
  const rows = { ...before.rows, ...folded.changedRows };
  return { ...folded, ...announcedAfter(before, { record: folded.record, rows, at }, events) };
}

/** What follows from a record: the flags to announce, against what was announced before because of these events. */
export function announcedAfter(
  { version: read, flags, companions = {} }: Pick<SubjectBefore, 'version' | 'flags' | 'companions'>,
  ground: Ground,
  events: readonly SystemEvent[],
): Pick<SubjectAfter, 'version' | 'flags' | 'nextDueAt' | 'announcements'> {
  const { record, at } = ground;
  const version = read + 1;
  const shown = shownOf(record, companions, at);
  const isOfAnother = shown === undefined || isParted(record, companions);
  const reasonOf = (was: Flag, now: DerivedFlag | undefined): ClearingReason =>
    now === undefined && isOfAnother
      ? 'other-person'
      : clearingReason(was, now, { ...ground, record: shown ?? record });
  const living = shown === undefined ? {} : flagsOf(shown, at);
  const announced = announce(flags, living, { version, at, events }, reasonOf);
  return { version, ...announced, nextDueAt: shown && nextChangeOf(shown, at) };
}

/** Whether somebody was read who turned out to be one with this person no longer. */
function isParted(record: SubjectRecord, companions: Companions): boolean {
  const all: readonly string[] = oneWith(record, companions);
  return Object.values(companions).some(
    ({ record: other }) => other !== undefined && !all.includes(personOf(other.subject) ?? ''),
  );
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
    if (counts)
      record = withSignals(
        record,
        event,
        isToldAgain(rows, event, effects) ? { ...effects, total: undefined } : effects,
      );
    const changed = changedBy(rows, event, effects, counts);
    Object.assign(rows, changed);
    Object.assign(changedRows, changed);
    record = withSummaries(record, event, effects, rows);
  }
  return { record, changedRows };
}

/** Whether a case is opened that was opened before: a row that comes back in an extract is no second complaint. */
function isToldAgain(
  rows: Readonly<Record<string, Row>>,
  event: SystemEvent,
  { case: step }: Effects,
): boolean {
  if (step?.open !== true) return false;
  const row = rows[caseKey(systemOf(event), step)];
  return row?.row === 'case' && row.opened !== undefined;
}

/** The record with what it shows of the rows that an event goes to, which `changedBy` has made where they were not there. */
function withSummaries(
  record: SubjectRecord,
  event: SystemEvent,
  { case: step, occurrence, flag, same }: Effects,
  rows: Readonly<Record<string, Row>>,
): SubjectRecord {
  if (same !== undefined) return withDecisions(record, rows);
  if (occurrence !== undefined) {
    const key = occurrencesKey(occurrence);
    const row = rows[key] as OccurrencesRow;
    return row.kind === 'leak'
      ? withUnnamedLeaks(record, key, row)
      : { ...record, hazards: withHazard(record.hazards, row) };
  }
  if (step !== undefined) {
    const key = caseKey(systemOf(event), step);
    const row = rows[key] as CaseRow;
    const openCases = put(record.openCases, key, openCaseOf(row));
    return { ...record, openCases, proofs: withProof(record.proofs, key, row) };
  }
  if (flag === undefined) return record;
  const key = saidKeyOf(systemOf(event), flag);
  const said = key === undefined ? undefined : { key, row: rows[key] as FlagRow };
  return withFlag(record, flag, said, decisionsIn(rows, flag));
}

function put<T>(entries: Record<string, T>, key: string, entry: T | undefined): Record<string, T> {
  const { [key]: _replaced, ...others } = entries;
  return entry === undefined ? others : { ...others, [key]: entry };
}
