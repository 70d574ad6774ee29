import { maximumPlaces } from '../../../schemas/flags.ts';
import type { Instant, Uprn } from '../../../schemas/reference.ts';
import { personOf, type SubjectRecord, uprnOf } from '../record/subject-record.ts';
import { tenanciesAt } from '../record/tenancies.ts';
import { membersIn } from '../record/tenancy-case.ts';

/**
 * Where a subject's flags show: a property on itself, a person on every home whose household they are of now; nowhere,
 * and unplaced, while no such home is known.
 * A person who stands in for the unknown tenants of a whole estate shows on the first of them: an announcement that lists
 * more than the language allows could not be read by anybody, and would keep all others waiting.
 */
export function flagPlacesOf(record: SubjectRecord, at: Instant): Uprn[] {
  const uprn = uprnOf(record.subject);
  if (uprn !== undefined) return [uprn];
  const person = personOf(record.subject);
  const homes = tenanciesAt(record, at).flatMap(({ facts }) => {
    const isMember = membersIn(facts).some(member => member.person === person);
    const { home } = facts;
    return isMember && typeof home === 'string' ? [home.slice('property/'.length) as Uprn] : [];
  });
  return [...new Set(homes)].sort().slice(0, maximumPlaces);
}
