import type { Flag } from '../../../schemas/flags.ts';
import type { Row } from '../record/row.ts';
import { heldSince } from '../record/summaries.ts';
import type { Shown } from './disclosure.ts';
import { isPersonal, saysNothingOfPeople } from './event-data.ts';
import { mayReadBasis, type Viewer } from './need-to-know.ts';

/**
 * A flag with who said so and why, the earliest first, for somebody who may see its basis. What of it is not for this viewer
 * is withheld, and said to be.
 * @param rows the rows in which source systems assert it
 */
export function flagWithBasis<F extends Pick<Flag, 'code' | 'on'>>(
  flag: F,
  rows: readonly Row[],
  viewer: Viewer,
) {
  const held = rows.flatMap(heldBasis).sort((a, b) => (a.since < b.since ? -1 : 1));
  const read = held.map(({ basis, ...one }) => ({
    one,
    basis: basis !== undefined && mayReadBasis(viewer, flag.code, basis, one.system) ? basis : undefined,
    ...(basis !== undefined && { said: true }),
  }));
  const disclosing =
    isPersonal(flag.code) || read.some(({ basis }) => basis !== undefined && !saysNothingOfPeople(basis));
  const basis = read.map(({ one, basis: text, said }) => ({
    ...one,
    basis: text?.text,
    basisWithheld: said === true && text === undefined ? (true as const) : undefined,
  }));
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
  const { localCode, basis, assertedBy, approvedBy, incidentAt, agreement } = lastAsserted.value;
  return [{ system, since, localCode, basis, assertedBy, approvedBy, incidentAt, agreement }];
}
