import type { Hazard } from '../../functions/core/record/hazards.ts';
import type { OpenCase, SubjectRecord } from '../../functions/core/record/subject-record.ts';
import { emptyRecord } from '../../functions/core/record/subject-record.ts';
import { startsFact } from '../../functions/core/record/tenancy-case.ts';
import { propertySubject, type SystemName } from '../../schemas/reference.ts';
import { flat4, instant } from './events.ts';

/** The record of flat 4, with what a test needs in it. */
export function recordWith(parts: Partial<SubjectRecord>): SubjectRecord {
  return { ...emptyRecord(propertySubject(flat4)), ...parts };
}

/** A damp and mould hazard that is open, at a stage. */
export function hazardOf(stage: Hazard['stage'], openedAt: string): Hazard {
  const system = 'repairs' as SystemName;
  const opening = { openedAt: instant(openedAt), openedBy: 'opens-damp' };
  return { kind: 'damp-and-mould', reference: 'damp-and-mould-1', stage, ...opening, system };
}

/** A case to have open: its kind, its reference, when it was opened, and what is known of it. */
export type Opening = readonly [
  kind: OpenCase['kind'],
  reference: string,
  openedAt: string,
  facts?: OpenCase['facts'],
];

/** Open cases by the keys of their rows: each opened by an event that is named after it. */
export function openCases(...cases: readonly Opening[]): Record<string, OpenCase> {
  const system = 'repairs' as SystemName;
  return Object.fromEntries(
    cases.map(([kind, reference, openedAt, facts = {}]) => [
      `CASE#${kind}#repairs#${reference}`,
      {
        ...{ kind, system, reference, openedAt: instant(openedAt), openedBy: `opens-${reference}` },
        facts: kind === 'tenancy' ? { [startsFact]: instant(openedAt), ...facts } : facts,
      },
    ]),
  );
}
