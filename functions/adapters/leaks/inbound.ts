import type { Translation } from '../contract.ts';
import { happenedAtBritish, inBritish } from '../kit/happened-at.ts';
import { type CellReader, cellsOf, requiredCell } from '../kit/headers.ts';
import { read } from '../kit/reading.ts';
import { leakSteps } from './leak-steps.ts';
import { mouldSteps } from './mould-steps.ts';
import { type StepTranslation, step } from './step.ts';
import { columns, type LeakCells, type Row } from './vendor.ts';
import { visitSteps } from './visit-steps.ts';
import { onlyWarnings, warningsOf } from './warnings.ts';
import { knownSteps, type Step, stepOf } from './wording.ts';

const translations: Readonly<Record<Step, StepTranslation>> = {
  ...leakSteps,
  ...visitSteps,
  ...mouldSteps,
  warning: onlyWarnings,
};

/** A row whose step is not known can still be refused with what else is wrong with it. */
const whateverTheStep = step({}, () => []);

/** A short wording is echoed; a long one, or one with a capital inside, is prose that may name a resident. */
const stepReader: CellReader<Step> = {
  read: stepOf,
  expected: `one of: ${knownSteps}`,
  received: text => (/^[A-Za-z][a-z ,/-]{0,39}$/.test(text) ? text : undefined),
};

/**
 * A row of the leaks sheet as shared events: most steps make one, switching electrics off or on makes two, and each warning
 * in the row one more.
 * @returns a problem for every column that is missing, cannot be read or is filled twice.
 */
export function inbound(row: Row): Translation {
  const cells = cellsOf(row, columns);
  if (!cells.ok) return cells;
  const which = requiredCell(columns, cells.value, 'step', stepReader);
  const events = (which.ok ? translations[which.value] : whateverTheStep)(cells.value);
  const warnings = events.ok ? warningsOf(cells.value) : read([]);
  const problems = [which, events, warnings].flatMap(reading => (reading.ok ? [] : reading.problems));
  if (problems.length > 0 || !events.ok || !warnings.ok) return { ok: false, problems };
  const vendorEventId = identityOf(cells.value);
  const drafts = [...events.value, ...warnings.value];
  return { ok: true, events: drafts.map(event => ({ ...event, vendorEventId })) };
}

/**
 * Rows have no id of their own: what they say stands for one, whichever spelling of the headings they say it under, and
 * however the sheet writes its date: `2/6/2025`, or in a workbook as a number.
 */
function identityOf(cells: LeakCells): string {
  return JSON.stringify([...cells].map(([column, { text }]) => [column, sameText(column, text)]).sort());
}

function sameText(column: string, text: string): string {
  const happened = column === 'date' ? happenedAtBritish(text) : undefined;
  return happened === undefined ? text : inBritish(happened);
}
