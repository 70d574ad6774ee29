import { severitySchema } from '../../../schemas/flags/definition.ts';
import type { Flag } from '../../../schemas/flags.ts';
import { sortedBy } from '../record/sorted-by.ts';
import type { ShownCase } from './hazard-case.ts';

/** The cases in the order in which they were opened: DynamoDB keeps no order among the entries of a map. */
export function casesInOrder<C extends ShownCase>(cases: readonly C[]): C[] {
  return sortedBy(
    cases,
    ({ openedAt, kind, system, reference }) => `${openedAt} ${kind} ${system} ${reference}`,
  );
}

/** What keeps staff safe before all else, then the flags that matter most, of equal ones the oldest. */
export function flagsInOrder(flags: readonly Flag[]): Flag[] {
  return sortedBy(
    flags,
    ({ family, severity, since, code, on }) =>
      `${family === 'staff-safety' ? 0 : 1} ${severitySchema.options.indexOf(severity)} ${since} ${code} ${on}`,
  );
}
