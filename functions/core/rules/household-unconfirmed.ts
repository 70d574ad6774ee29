import { tenanciesInDoubt, tenancyChangesIn } from '../record/tenancies.ts';
import { findingOf, openingOf } from './finding.ts';
import type { Rule } from './rule.ts';

/**
 * A tenancy is missing from its source's full extract, and nobody said that it ended. The household and its warnings stay
 * while it is asked about: one row left out of one night's list once moved a family out for ever.
 */
export const householdUnconfirmed: Rule = {
  code: 'household-unconfirmed',
  version: 1,
  find(record, at) {
    const missing = tenanciesInDoubt(record, at).map(({ missingSince = at, ...one }) => ({
      ...openingOf(one),
      at: missingSince,
    }));
    return findingOf(missing);
  },
  changesAt: tenancyChangesIn,
};
