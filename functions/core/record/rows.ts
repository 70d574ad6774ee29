import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { systemSourcePrefix } from '../../../schemas/envelope.ts';
import type { Touched } from '../../../schemas/event-definition.ts';
import { flagDefinitions } from '../../../schemas/flags.ts';
import { comparedKey } from '../../../schemas/key-text.ts';
import type { Subject, SystemName } from '../../../schemas/reference.ts';
import { emptyCase, mergeCase, mergeCorrected } from './case-rows.ts';
import { correctionKeysOf } from './corrections.ts';
import type { CaseEffect, Effects, OccurrenceEffect } from './effect.ts';
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
import type { FlagStatement } from './flag-statement.ts';
import { emptyOccurrences, mergeOccurrence } from './occurrence-rows.ts';
import type { CaseRow, FlagRow, OccurrencesRow, Row } from './row.ts';

/** The source system that says an event. */
export function systemOf(event: SystemEvent): SystemName {
  return event.source.slice(systemSourcePrefix.length) as SystemName;
}

/** The part that a subject plays in an event, or undefined when the event does not touch it. */
export function touchOf(event: SystemEvent, subject: Subject): Touched | undefined {
  return event.data.subjects.find(touched => touched.subject === subject);
}

/** The key of the row of a case: a reference is one system's own, in capitals or not. */
export function caseKey(system: SystemName, { kind, reference }: CaseEffect): string {
  return `CASE#${kind}#${system}#${comparedKey(reference)}`;
}

/** The reference in the key of a case, as it is compared. */
export function referenceIn(key: string): string {
  return key.split('#').slice(3).join('#');
}

/** The key of the row of what recurs: it is no one system's own. */
export function occurrencesKey({ kind, of }: OccurrenceEffect): string {
  return `OCCURRENCES#${kind}#${of}`;
}

/** What was decided of any flag of a person: it counts for whoever is one with them. */
const decisionsOfPersons = flagDefinitions
  .filter(({ hangsOn }) => hangsOn === 'person')
  .map(({ code }) => decisionsKey({ code }));

/** The keys of the rows that an event's effects go to. */
function keysOf(system: SystemName, { case: step, occurrence, flag, same }: Effects): string[] {
  if (same !== undefined) return decisionsOfPersons;
  if (step !== undefined) return [caseKey(system, step)];
  if (occurrence !== undefined) return [occurrencesKey(occurrence)];
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
  { case: step, occurrence, flag }: Effects,
  counts: boolean,
): Record<string, Row> {
  const system = systemOf(event);
  if (occurrence !== undefined) {
    const key = occurrencesKey(occurrence);
    const row = (rows[key] as OccurrencesRow | undefined) ?? emptyOccurrences(occurrence);
    return { [key]: counts ? mergeOccurrence(row, event, system, occurrence) : row };
  }
  if (step !== undefined) {
    const key = caseKey(system, step);
    const row = (rows[key] as CaseRow | undefined) ?? emptyCase(step);
    return { [key]: counts ? mergeCase(row, event, system, step) : mergeCorrected(row, step) };
  }
  return flag === undefined ? {} : mergedFlag(rows, event, flag, counts);
}

function mergedFlag(
  rows: Readonly<Record<string, Row>>,
  event: SystemEvent,
  flag: FlagStatement,
  counts: boolean,
): Record<string, Row> {
  const system = systemOf(event);
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
