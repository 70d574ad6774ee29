import { severitySchema } from '../../../schemas/flags/definition.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { ShownCase } from './hazard-case.ts';

/** The cases in the order in which they were opened: DynamoDB keeps no order among the entries of a map. */
export function casesInOrder<C extends ShownCase>(cases: readonly C[]): C[] {
  return sortedBy(
    cases,
    ({ openedAt, kind, system, reference }) => `${openedAt} ${kind} ${system} ${reference}`,
  );
}

/** The flags that matter most first, of equal ones the oldest. */
export function flagsInOrder(flags: readonly Flag[]): Flag[] {
  return sortedBy(
    flags,
    ({ severity, since, code, on }) => `${severitySchema.options.indexOf(severity)} ${since} ${code} ${on}`,
  );
}

/** Things in the order of their keys as text. */
export function sortedBy<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  return things.toSorted((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    return one === other ? 0 : one < other ? -1 : 1;
  });
}
