import { tenanciesInDoubt, tenancyChangesIn } from '../record/tenancies.ts';
import { findingOf, openingOf } from './finding.ts';
import { defineRule } from './rule.ts';
import { ruleVersions } from './versions.ts';

/**
 * A tenancy is missing from its source's full extract, and nobody said that it ended. The household and its warnings stay
 * while it is asked about: one row left out of one night's list once moved a family out for ever.
 */
export const householdUnconfirmed = defineRule('household-unconfirmed', ruleVersions.householdUnconfirmed, {
  find(record, at) {
    const missing = tenanciesInDoubt(record, at).map(({ missingSince = at, ...one }) => ({
      ...openingOf(one),
      at: missingSince,
    }));
    return findingOf(missing);
  },
  changesAt: record => tenancyChangesIn(record),
});
