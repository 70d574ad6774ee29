import type { Uprn } from '../../../schemas/reference.ts';
import type { ReadRow } from './row.ts';

interface OtherAddress {
  row: number;
  uprn: Uprn;
  address: string;
}

/** What an extract holds, found out before anything is written: which row describes which home. */
export interface Survey {
  rows: number;
  /** The line of the row that describes each home. */
  lines: Map<Uprn, number>;
  /** The address of a home that only a historic row has described so far. */
  historic: Map<Uprn, string>;
  otherAddresses: OtherAddress[];
  rejected: { row: number; problems: readonly string[] }[];
  /** Homes on rows that cannot be used: nothing is known of them, but they are not missing. */
  unusable: Set<Uprn>;
  /** Rows of which nobody can tell which home they are. */
  nameless: number;
}

/** A survey of nothing yet. */
export function emptySurvey(): Survey {
  return {
    rows: 0,
    lines: new Map(),
    historic: new Map(),
    otherAddresses: [],
    rejected: [],
    unusable: new Set(),
    nameless: 0,
  };
}

/**
 * Adds a row to a survey. A home has one row, the first that is approved or provisional. A historic row describes a home
 * that has no other; of one that has, it is another address, as an alternative row always is.
 */
export function surveyRow(survey: Survey, row: number, read: ReadRow): void {
  survey.rows += 1;
  if (!read.ok) {
    survey.rejected.push({ row, problems: read.problems });
    if (read.uprn === undefined) survey.nameless += 1;
    else survey.unusable.add(read.uprn);
    return;
  }
  const { uprn, address } = read.place;
  const [described, former] = [survey.lines.get(uprn), survey.historic.get(uprn)];
  if (read.kind === 'alternative' || (read.kind === 'historic' && described !== undefined)) {
    survey.otherAddresses.push({ row, uprn, address });
  } else if (described === undefined) {
    survey.lines.set(uprn, row);
    if (read.kind === 'historic') survey.historic.set(uprn, address);
  } else if (former !== undefined) {
    survey.otherAddresses.push({ row: described, uprn, address: former });
    survey.historic.delete(uprn);
    survey.lines.set(uprn, row);
  } else {
    survey.rejected.push({ row, problems: [`UPRN ${uprn} stands there twice; the first row holds`] });
  }
}

/** The other addresses of each home that has a row of its own. */
export function alternativesIn({ lines, otherAddresses }: Survey): Map<Uprn, string[]> {
  const owned = Map.groupBy(
    otherAddresses.filter(({ uprn }) => lines.has(uprn)),
    ({ uprn }) => uprn,
  );
  return new Map([...owned].map(([uprn, own]) => [uprn, [...new Set(own.map(({ address }) => address))]]));
}

/** Every row that cannot be imported, in the order of the file; an address of a home that has no row is one too. */
export function rejectedIn({ lines, otherAddresses, rejected }: Survey): Survey['rejected'] {
  const orphaned = otherAddresses
    .filter(({ uprn }) => !lines.has(uprn))
    .map(({ row, uprn }) => ({ row, problems: [`UPRN ${uprn} has no row of its own in the extract`] }));
  return [...rejected, ...orphaned].sort((a, b) => a.row - b.row);
}

/** Whether the extract says anything of a home, on a row that can be used or not. */
export function isNamedIn({ lines, unusable, otherAddresses }: Survey) {
  const named = new Set([...unusable, ...otherAddresses.map(({ uprn }) => uprn)]);
  return (uprn: Uprn): boolean => lines.has(uprn) || named.has(uprn);
}
