import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { systemSourcePrefix } from '../../../schemas/envelope.ts';
import type { Touched } from '../../../schemas/event-definition.ts';
import type { Subject, SystemName } from '../../../schemas/reference.ts';
import { correctionKeysOf } from './corrections.ts';
import type { CaseEffect, Effects } from './effect.ts';
import { effectsOf } from './effects.ts';
import { firstWriter, lastWriter, type Register } from './registers.ts';
import type { AssertedFlag, CaseRow, FlagIdentity, FlagRow, FlagStatement, Row } from './subject-record.ts';

/** The source system that says an event. */
export function systemOf(event: SystemEvent): SystemName {
  return event.source.slice(systemSourcePrefix.length) as SystemName;
}

/** The part that a subject plays in an event, or undefined when the event does not touch it. */
export function touchOf(event: SystemEvent, subject: Subject): Touched | undefined {
  return event.data.subjects.find(touched => touched.subject === subject);
}

/** The key of a flag within its subject. */
export function flagKey({ code, tenancyReference }: FlagIdentity): string {
  return tenancyReference === undefined ? code : `${code}@${tenancyReference}`;
}

function caseKey(system: SystemName, { kind, reference }: CaseEffect): string {
  return `CASE#${kind}#${system}#${reference}`;
}

/** References are any text: escaped, so that no two of them can be put together to the same key. */
function flagRowKey(system: SystemName, { code, tenancyReference, localReference }: FlagStatement): string {
  const tenancy = tenancyReference === undefined ? '' : `@${encodeURIComponent(tenancyReference)}`;
  const local = localReference === undefined ? '' : `#${encodeURIComponent(localReference)}`;
  return `FLAG#${code}${tenancy}#${system}${local}`;
}

/** The key of the row that an event's effects go to, if they go to one. */
export function rowKeyOf(system: SystemName, effects: Effects): string | undefined {
  if (effects.case !== undefined) return caseKey(system, effects.case);
  return effects.flag === undefined ? undefined : flagRowKey(system, effects.flag);
}

/** The keys of every row that folding these events into this subject reads and may change. */
export function rowKeysOf(subject: Subject, events: readonly SystemEvent[]): string[] {
  const keys = events.flatMap(event => {
    const touched = touchOf(event, subject);
    if (touched === undefined) return [];
    const key = rowKeyOf(systemOf(event), effectsOf(event, touched));
    return [...correctionKeysOf(event), ...(key === undefined ? [] : [key])];
  });
  return [...new Set(keys)];
}

/** A row of a case or flag: what an event's effects go to. */
export type EffectRow = CaseRow | FlagRow;

/** A row after one more event; commutative and idempotent over events. */
export function mergeRow(row: Row | undefined, event: SystemEvent, effects: Effects): EffectRow | undefined {
  if (effects.case !== undefined) return mergeCase(row as CaseRow | undefined, event, effects.case);
  return effects.flag === undefined ? undefined : mergeFlag(row as FlagRow | undefined, event, effects.flag);
}

/** A row after one more event of an entry that was corrected: only that it was spoken of, and whether it was opened. */
export function mergeCorrected(
  row: Row | undefined,
  event: SystemEvent,
  effects: Effects,
): EffectRow | undefined {
  if (effects.case !== undefined) {
    const known = (row as CaseRow | undefined) ?? emptyCase(event, effects.case);
    return effects.case.open === true ? { ...known, openingCorrected: true } : known;
  }
  return effects.flag && ((row as FlagRow | undefined) ?? emptyFlag(event, effects.flag));
}

function emptyCase(event: SystemEvent, { kind, reference }: CaseEffect): CaseRow {
  return { row: 'case', kind, system: systemOf(event), reference, facts: {} };
}

function emptyFlag(event: SystemEvent, { code, tenancyReference }: FlagStatement): FlagRow {
  return {
    row: 'flag',
    code,
    ...(tenancyReference === undefined ? {} : { tenancyReference }),
    system: systemOf(event),
  };
}

function mergeCase(row: CaseRow | undefined, event: SystemEvent, effect: CaseEffect): CaseRow {
  const { open, stage } = effect;
  const written = <T>(value: T, rank = 0): Register<T> => ({ value, at: event.time, rank, id: event.id });
  const merged: CaseRow = { ...(row ?? emptyCase(event, effect)), facts: { ...row?.facts } };
  if (open === true) merged.opened = firstWriter(merged.opened, written(true as const));
  if (open !== undefined) merged.open = lastWriter(merged.open, written(open, open ? 0 : 1));
  if (stage !== undefined) merged.stage = lastWriter(merged.stage, written(stage[0], stage[1]));
  for (const [name, value] of Object.entries(effect.facts ?? {})) {
    merged.facts[name] = lastWriter(merged.facts[name], written(value));
  }
  return merged;
}

function mergeFlag(row: FlagRow | undefined, event: SystemEvent, statement: FlagStatement): FlagRow {
  const { asserted } = statement;
  const before = row ?? emptyFlag(event, statement);
  const stamp = { at: event.time, rank: asserted === undefined ? 1 : 0, id: event.id };
  if (asserted === undefined) {
    return { ...before, lastWithdrawn: lastWriter(before.lastWithdrawn, { ...stamp, value: true as const }) };
  }
  return {
    ...before,
    firstAsserted: firstWriter(before.firstAsserted, { ...stamp, value: true as const }),
    lastAsserted: lastWriter<AssertedFlag>(before.lastAsserted, { ...stamp, value: asserted }),
  };
}
