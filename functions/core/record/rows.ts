import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { systemSourcePrefix } from '../../../schemas/envelope.ts';
import type { Touched } from '../../../schemas/event-definition.ts';
import type { Subject, SystemName } from '../../../schemas/reference.ts';
import { correctionKeysOf } from './corrections.ts';
import type { CaseEffect, Effects } from './effect.ts';
import { effectsOf } from './effects.ts';
import {
  decisionsIn,
  decisionsKey,
  emptyDecisions,
  emptyFlag,
  mergeDecisions,
  mergeSaid,
  saidKeyOf,
} from './flag-rows.ts';
import { firstWriter, lastWriter, type Register } from './registers.ts';
import type { CaseRow, FlagRow, Row } from './row.ts';

/** The source system that says an event. */
export function systemOf(event: SystemEvent): SystemName {
  return event.source.slice(systemSourcePrefix.length) as SystemName;
}

/** The part that a subject plays in an event, or undefined when the event does not touch it. */
export function touchOf(event: SystemEvent, subject: Subject): Touched | undefined {
  return event.data.subjects.find(touched => touched.subject === subject);
}

/** The key of the row of a case: a reference is one system's own, unless the case is shared. */
export function caseKey(system: SystemName, { kind, reference, shared }: CaseEffect): string {
  return shared === true ? `CASE#${kind}#${reference}` : `CASE#${kind}#${system}#${reference}`;
}

/** The keys of the rows that an event's effects go to. */
function keysOf(system: SystemName, { case: step, flag }: Effects): string[] {
  if (step !== undefined) return [caseKey(system, step)];
  if (flag === undefined) return [];
  const said = saidKeyOf(system, flag);
  return [...(said === undefined ? [] : [said]), decisionsKey(flag)];
}

/** The keys of every row that folding these events into this subject reads and may change. */
export function rowKeysOf(subject: Subject, events: readonly SystemEvent[]): string[] {
  const keys = events.flatMap(event => {
    const touched = touchOf(event, subject);
    if (touched === undefined) return [];
    return [...correctionKeysOf(event), ...keysOf(systemOf(event), effectsOf(event, touched))];
  });
  return [...new Set(keys)];
}

/**
 * The rows that change with one event, by key; commutative and idempotent over events.
 * @param counts false for an event of an entry that was corrected: of that stays only that it was spoken of, and of a
 *   case whether it was opened.
 */
export function changedBy(
  rows: Readonly<Record<string, Row>>,
  event: SystemEvent,
  effects: Effects,
  counts: boolean,
): Record<string, Row> {
  const changed = merged(rows, event, effects, counts);
  return Object.fromEntries(Object.entries(changed).filter(([key, row]) => row !== rows[key]));
}

function merged(
  rows: Readonly<Record<string, Row>>,
  event: SystemEvent,
  { case: step, flag }: Effects,
  counts: boolean,
): Record<string, Row> {
  const system = systemOf(event);
  if (step !== undefined) {
    const key = caseKey(system, step);
    const row = (rows[key] as CaseRow | undefined) ?? emptyCase(step);
    return { [key]: counts ? mergeCase(row, event, step) : mergeCorrected(row, step) };
  }
  if (flag === undefined) return {};
  const changed: Record<string, Row> = {};
  const key = saidKeyOf(system, flag);
  if (key !== undefined && flag.said !== undefined) {
    const row = (rows[key] as FlagRow | undefined) ?? emptyFlag(system, flag);
    changed[key] = counts ? mergeSaid(row, event, flag.said) : row;
  }
  const decisions = decisionsIn(rows, flag) ?? emptyDecisions(flag);
  changed[decisionsKey(flag)] = counts ? mergeDecisions(decisions, event, system, flag) : decisions;
  return changed;
}

function emptyCase({ kind, reference }: CaseEffect): CaseRow {
  return { row: 'case', kind, reference, facts: {} };
}

function mergeCorrected(row: CaseRow, { open }: CaseEffect): CaseRow {
  return open === true ? { ...row, openingCorrected: true } : row;
}

function mergeCase(row: CaseRow, event: SystemEvent, { open, stage, facts }: CaseEffect): CaseRow {
  const written = <T>(value: T, rank = 0): Register<T> => ({ value, at: event.time, rank, id: event.id });
  const after: CaseRow = { ...row, facts: { ...row.facts } };
  if (open === true) after.opened = firstWriter(after.opened, written(systemOf(event)));
  if (open !== undefined) after.open = lastWriter(after.open, written(open, open ? 0 : 1));
  if (stage !== undefined) after.stage = lastWriter(after.stage, written(stage[0], stage[1]));
  for (const [name, value] of Object.entries(facts ?? {})) {
    after.facts[name] = lastWriter(after.facts[name], written(value));
  }
  return after;
}
