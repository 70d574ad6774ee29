import type { Subject } from '../../../schemas/reference.ts';
import { factsOfGroup, isOfGroup } from '../record/case-facts.ts';
import type { Fact } from '../record/fact.ts';
import { sortedBy } from '../record/sorted-by.ts';
import { uprnOf } from '../record/subject-record.ts';

/**
 * The facts of a case as fields that are always called the same: what a case has many of is a list, and what is not so any more
 * is left out. What somebody may read of them is decided afterwards (`open-cases.ts`).
 */
export function namedFacts(facts: Readonly<Record<string, Fact>>): Record<string, unknown> {
  const single = Object.entries(facts).filter(([name, fact]) => !isOfGroup(name) && fact !== null);
  return {
    ...Object.fromEntries(single),
    ...listed('promises', promisesIn(facts)),
    ...listed(
      'alleged',
      factsOfGroup(facts, 'alleged').map(([hazard]) => hazard),
    ),
    ...listed(
      'decidedBy',
      factsOfGroup(facts, 'decidedBy').map(([stage, by]) => ({ stage: Number(stage), by })),
    ),
    ...listed('otherHomes', otherHomesIn(facts)),
  };
}

/** The other homes of a leak, and whether the water comes into each or seems to come from it. */
export function otherHomesIn(facts: Readonly<Record<string, Fact>>) {
  return factsOfGroup(facts, 'otherHome').flatMap(([subject, part]) => {
    const uprn = uprnOf(subject as Subject);
    return uprn === undefined ? [] : [{ uprn, part }];
  });
}

/** What was promised of the case, by when, and when it was kept. */
function promisesIn(facts: Readonly<Record<string, Fact>>) {
  const kept = new Map(factsOfGroup(facts, 'kept'));
  const promised = factsOfGroup(facts, 'promise').map(([reference, fact]) => ({
    reference,
    ...(isPart(fact) ? fact : { dueOn: fact }),
    ...(kept.has(reference) && { keptOn: kept.get(reference) }),
  }));
  return sortedBy(promised, ({ reference }) => reference);
}

function isPart(fact: Fact): fact is { readonly [key: string]: Fact } {
  return typeof fact === 'object' && fact !== null;
}

function listed<T>(name: string, items: readonly T[]): Record<string, readonly T[]> {
  return items.length === 0 ? {} : { [name]: items };
}
