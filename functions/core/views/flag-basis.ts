import type { Flag } from '../../../schemas/flags.ts';
import type { Row } from '../record/row.ts';
import { heldSince } from '../record/summaries.ts';
import type { Shown } from './disclosure.ts';
import { isPersonal } from './event-data.ts';

/**
 * A flag with who said so and why, the earliest first, for somebody who may see its basis.
 * @param rows the rows in which source systems assert it
 */
export function flagWithBasis<F extends Pick<Flag, 'code' | 'on'>>(flag: F, rows: readonly Row[]) {
  const held = rows.flatMap(heldBasis).sort((a, b) => (a.since < b.since ? -1 : 1));
  const disclosing =
    isPersonal(flag.code) ||
    held.some(({ basis }) => basis !== undefined && basis.classification !== 'operational');
  const basis = held.map(one => ({ ...one, basis: one.basis?.text }));
  const about = { about: flag.on, detail: 'flag-basis' as const };
  return {
    answer: { ...flag, basis },
    disclosed: held.length > 0 && disclosing ? [about] : [],
  } satisfies Shown<object>;
}

function heldBasis(row: Row) {
  if (row.row !== 'flag') return [];
  const { system, lastAsserted } = row;
  const since = heldSince(row);
  if (since === undefined || lastAsserted === undefined) return [];
  const { localCode, basis, assertedBy, approvedBy, incidentAt } = lastAsserted.value;
  return [{ system, since, localCode, basis, assertedBy, approvedBy, incidentAt }];
}
