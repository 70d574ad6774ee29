import type { Subject } from '../../../schemas/reference.ts';
import type { Fact } from './fact.ts';

/**
 * Facts of which a case has many are kept each under a name of its own, a group's word and then which one of them: what one
 * event says of one promise takes nothing from another. Here is every group, for whoever writes such a fact or reads it.
 */
const groups = {
  promise: 'promise ',
  kept: 'kept ',
  decidedBy: 'decided at stage ',
  alleged: 'alleged ',
  otherHome: 'home ',
  member: 'member ',
} as const;
export type FactGroup = keyof typeof groups;

/** The name of the fact of a group about one of many. */
export function factName(group: FactGroup, which: string): string {
  return groups[group] + which;
}

/** The facts of a group, by which of the many each is about. */
export function factsOfGroup(
  facts: Readonly<Record<string, Fact>>,
  group: FactGroup,
): [which: string, fact: Fact][] {
  const word = groups[group];
  return Object.entries(facts).flatMap(([name, fact]): [string, Fact][] =>
    name.startsWith(word) ? [[name.slice(word.length), fact]] : [],
  );
}

/** Whether a fact is one of many. */
export function isOfGroup(name: string): boolean {
  return Object.values(groups).some(word => name.startsWith(word));
}

/** A leak's other homes as facts: of each, whether the water comes into it or seems to come from it. */
export function otherHomeFacts(
  touched: readonly { subject: Subject; role: string }[],
  own: Subject,
): Record<string, Fact> {
  const others = touched.filter(
    ({ subject, role }) => subject !== own && (role === 'home' || role === 'source'),
  );
  return Object.fromEntries(others.map(({ subject, role }) => [factName('otherHome', subject), role]));
}
