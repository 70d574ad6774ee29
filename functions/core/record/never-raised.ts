import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { effectsOf } from './effects.ts';
import type { SubjectBefore } from './fold.ts';
import type { CaseKind, Row } from './row.ts';
import { caseKey, systemOf, touchOf } from './rows.ts';

/**
 * Cases of which a closing counts only once the opening was heard (R87: "works were closed on the system despite not
 * being raised"). A leak is no such case: its report and its end may name different homes, and each folds on its own.
 */
const raisedFirst: ReadonlySet<CaseKind> = new Set(['work-order', 'complaint', 'disrepair-claim']);

/** Which such case of a subject an event opens or closes, and the key of its row; undefined when it does neither. */
export function caseStepOf(
  event: SystemEvent,
  subject: Subject,
): { row: string; kind: CaseKind; reference: string; opens: boolean } | undefined {
  const touched = touchOf(event, subject);
  if (touched === undefined) return undefined;
  const step = effectsOf(event, touched).case;
  if (step?.open === undefined || !raisedFirst.has(step.kind)) return undefined;
  const { kind, reference, open: opens } = step;
  return { row: caseKey(systemOf(event), step), kind, reference, opens };
}

/**
 * The events that close a case which this subject never heard opened, neither before nor among these events. They are to
 * be held back until it is: an event counts or not by what else was heard, never by the order (promise 1).
 */
export function neverRaised(
  { subject, rows }: Pick<SubjectBefore, 'subject' | 'rows'>,
  events: readonly SystemEvent[],
): SystemEvent[] {
  const steps = events.map(event => ({ event, step: caseStepOf(event, subject) }));
  const openedNow = new Set(steps.flatMap(({ step }) => (step?.opens === true ? [step.row] : [])));
  return steps
    .filter(({ step }) => step?.opens === false && !openedNow.has(step.row) && !wasOpened(rows[step.row]))
    .map(({ event }) => event);
}

/** Whether a row is of a case that was heard to be opened, even if the entry that said so was corrected since. */
export function wasOpened(row: Row | undefined): boolean {
  return row?.row === 'case' && (row.opened !== undefined || row.openingCorrected === true);
}
