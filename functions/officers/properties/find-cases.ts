import { propertySubject, type Uprn } from '../../../schemas/reference.ts';
import type { CaseName } from '../../core/record/findable-case.ts';
import type { CaseKind, Row } from '../../core/record/row.ts';
import { caseKey } from '../../core/record/rows.ts';
import { knownCaseOf, openCaseOf } from '../../core/record/summaries.ts';
import type { Disclosure } from '../../core/views/disclosure.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { caseView } from '../../core/views/open-cases.ts';
import type { Numbered } from '../../shell/tables/directory/keys.ts';
import type { ApiDeps } from './sources.ts';

/** A case that somebody found, and what of people that tells. */
export interface FoundCase {
  answer: { kind: CaseKind; system: string; reference: string; uprn: Uprn; open: boolean };
  disclosed: Disclosure[];
}

/**
 * The cases that references lead to, as far as they are in the records of their homes still and the viewer may know of them:
 * one that was corrected or is for others is as if it had never been.
 */
export async function casesAt(
  { subjects }: Pick<ApiDeps, 'subjects'>,
  viewer: Viewer,
  leads: readonly Numbered[],
): Promise<FoundCase[]> {
  const found = await Promise.all(
    leads.map(async ({ kind, system, reference, uprn }) => {
      if (kind === 'home') return [];
      const name = { kind, system, reference } as CaseName;
      const [row] = await subjects.rows(propertySubject(uprn), [caseKey(name.system, name)]);
      return foundIn(row, uprn, viewer);
    }),
  );
  return found.flat();
}

function foundIn(row: Row | undefined, uprn: Uprn, viewer: Viewer): FoundCase[] {
  const known = row?.row === 'case' ? knownCaseOf(row) : undefined;
  const seen = known && caseView(known, viewer);
  if (row?.row !== 'case' || known === undefined || seen === undefined) return [];
  const { kind, system, reference } = known;
  const open = openCaseOf(row) !== undefined;
  const disclosed = seen.details.map(detail => ({ about: propertySubject(uprn), detail }));
  return [{ answer: { kind, system, reference, uprn, open }, disclosed }];
}
