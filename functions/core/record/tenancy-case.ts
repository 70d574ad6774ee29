import type { EventOf } from '../../../schemas/catalogue.ts';
import type { Touched } from '../../../schemas/event-definition.ts';
import type { Instant, PersonReference } from '../../../schemas/reference.ts';
import { factName, factsOfGroup } from './case-facts.ts';
import { type CaseEffect, known } from './effect.ts';
import type { Fact } from './fact.ts';
import { personOf } from './subject-record.ts';

/** A member of a household, and whether the tenancy is theirs. */
export interface Member {
  person: PersonReference;
  responsible: boolean;
}
/** The facts of a tenancy that say when it is to begin and to end, where that was still to come when it was said. */
export const startsFact = 'startsAt';
export const endsFact = 'endsAt';

type Tenure = Pick<
  EventOf<'housing.tenancy.start-announced.v1'>['data'],
  'tenure' | 'tenureCode' | 'tenureKind'
>;
type HouseholdData = { tenancyReference: string; subjects: readonly Touched[] };

/** Who is of the household that the facts of a tenancy describe, and not of those that left it. */
export function membersIn(facts: Readonly<Record<string, Fact>>): Member[] {
  return factsOfGroup(facts, 'member').flatMap(([who, fact]) => {
    if (typeof fact !== 'object' || fact?.['present'] === false) return [];
    return [{ person: who as PersonReference, responsible: fact?.['responsible'] === true }];
  });
}

/** A home keeps the whole household; a person keeps their own part and the home that it is in. */
export function tenancyCase(
  data: HouseholdData,
  { subject }: Touched,
  members: readonly Member[],
  present: boolean,
): CaseEffect {
  const self = personOf(subject);
  const kept = members.filter(({ person }) => self === undefined || person === self);
  const household = kept.map(({ person, responsible }): [string, Fact] => [
    factName('member', person),
    { present, responsible },
  ]);
  const home = data.subjects.find(({ role }) => role === 'home')?.subject;
  const place: [string, Fact][] = self === undefined || home === undefined ? [] : [['home', home]];
  return {
    kind: 'tenancy',
    reference: data.tenancyReference,
    facts: Object.fromEntries([...household, ...place]),
  };
}

/** How a home is let by the facts of a tenancy, as far as its source said. */
export function tenureOf({ tenure, tenureKind }: Readonly<Record<string, Fact>>): {
  tenure?: string;
  tenureKind?: string;
} {
  return {
    ...(typeof tenure === 'string' && { tenure }),
    ...(typeof tenureKind === 'string' && { tenureKind }),
  };
}

/** The tenure of a tenancy, as far as its source says. */
export function tenureIn({ tenure, tenureCode, tenureKind }: Tenure) {
  return known({ tenure, tenureCode, tenureKind });
}

/** A tenancy of which is said when it ends, or that it does not: whatever was said of that before counts no more. */
export function endingCase(data: HouseholdData, touched: Touched, endsAt: Instant | null): CaseEffect {
  const tenancy = tenancyCase(data, touched, [], true);
  return { ...tenancy, facts: { ...tenancy.facts, [endsFact]: endsAt }, open: true };
}

/** The facts of a tenancy of somebody who is one with another person: the other's part in it. */
export function asMemberFacts(
  facts: Readonly<Record<string, Fact>>,
  from: PersonReference,
  to: PersonReference,
): Record<string, Fact> {
  const own = factName('member', from);
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name === own ? factName('member', to) : name, fact]),
  );
}
