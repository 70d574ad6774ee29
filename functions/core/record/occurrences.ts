import { comparedKey } from '../../../schemas/key-text.ts';
import type { Instant, SystemName } from '../../../schemas/reference.ts';
import { daysAfter } from '../time/instants.ts';
import type { Fact } from './fact.ts';
import type { OccurrenceStep } from './occurrence-steps.ts';
import { compareStamps, isBefore } from './registers.ts';

/** Something that recurs, from its first report after the last ending to its own ending. */
export interface Occurrence {
  /** What it is called by everybody; of each report that is part of it there is another that names it too. */
  reference: string;
  openedAt: Instant;
  openedBy: string;
  /** Which system reported it first. */
  system: SystemName;
  /** The furthest stage that it has come to: it only ever goes forward. */
  stage: string;
  facts: Readonly<Record<string, Fact>>;
  closedAt?: Instant;
  closedBy?: string;
}

interface Current extends Omit<Occurrence, 'reference'> {
  order: number;
  /** Its reports that are kept, the first of which gives it its reference. */
  reports: readonly [OccurrenceStep, ...OccurrenceStep[]];
}

/**
 * The occurrences in what was said of one thing, in order of time: a function of the set of steps, in whatever order they
 * were heard. A report opens one where none is open, and is part of it otherwise. What names an occurrence is said of that
 * one alone: the closing of last year's, heard this year, does not close this year's.
 * @param of what recurs, such as `damp-and-mould`: references begin with it.
 */
export function occurrencesIn(of: string, steps: readonly OccurrenceStep[]): Occurrence[] {
  const byName = reportsByName(of, steps);
  const inOrder = steps
    .map(step => notBeforeIts(byName.get(comparedKey(step.names ?? '')), step))
    .sort(compareStamps);
  const over: Current[] = [];
  let current: Current | undefined;
  for (const step of inOrder) {
    if (step.does === 'opens') current = reported(current, step);
    else if (current !== undefined && concerns(current, step, byName)) {
      current = advanced(current, step);
      if (step.does === 'ends') {
        over.push({ ...current, closedAt: step.at, closedBy: step.id });
        current = undefined;
      }
    }
  }
  return [...over, ...(current === undefined ? [] : [current])].map(
    ({ order: _order, reports, ...occurrence }) => ({
      reference: referenceOf(of, reports[0]),
      ...occurrence,
    }),
  );
}

/** The reports that can be named; looked up only where something is. */
function reportsByName(of: string, steps: readonly OccurrenceStep[]): Map<string, OccurrenceStep> {
  const isNamed = steps.some(({ names }) => names !== undefined);
  const reports = isNamed ? steps.filter(({ does }) => does === 'opens') : [];
  return new Map(reports.map(report => [comparedKey(referenceOf(of, report)), report]));
}

/** What the occurrence is called that a report opens: what it is, the day in London, and enough of the report's id. */
function referenceOf(of: string, { at, id }: OccurrenceStep): string {
  return `${of}-${daysAfter(at, 0)}-${id.slice(0, 6)}`;
}

/**
 * A step that names a report came after it, whatever midnight a date without a time stands for: what it names keeps its
 * name.
 */
function notBeforeIts(report: OccurrenceStep | undefined, step: OccurrenceStep): OccurrenceStep {
  if (report === undefined || isBefore(report, step)) return step;
  return { ...step, at: report.at, rank: Math.max(step.rank, report.rank + 0.5) };
}

function reported(current: Current | undefined, step: OccurrenceStep): Current {
  if (current !== undefined) return { ...advanced(current, step), reports: [...current.reports, step] };
  const { at: openedAt, id: openedBy, system, stage, order, facts = {} } = step;
  return { openedAt, openedBy, system, stage, order, facts, reports: [step] };
}

function advanced(current: Current, { stage, order, facts }: OccurrenceStep): Current {
  const further = order > current.order ? { stage, order } : {};
  return { ...current, ...further, facts: { ...current.facts, ...facts } };
}

const day = /-(\d{4}-\d{2}-\d{2})-[^-]*$/;

/**
 * Whether a step is about the occurrence that is open. A name that no kept report has tells by its day: one of before the
 * occurrence is another's. A name that has no day is a system's own, and contradicts nothing.
 */
function concerns(
  { reports, openedAt }: Current,
  { names }: OccurrenceStep,
  byName: ReadonlyMap<string, OccurrenceStep>,
): boolean {
  if (names === undefined) return true;
  const report = byName.get(comparedKey(names));
  if (report !== undefined) return reports.some(({ id }) => id === report.id);
  const named = day.exec(names)?.[1];
  return named === undefined || named >= daysAfter(openedAt, 0);
}
