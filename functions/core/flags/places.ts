import { maximumPlaces } from '../../../schemas/flags.ts';
import { type Uprn, uprnFrom } from '../../../schemas/reference.ts';
import { memberFactPrefix } from '../record/effects/tenancy.ts';
import { personOf, type SubjectRecord, uprnOf } from '../record/subject-record.ts';

/**
 * Where a subject's flags show: a property on itself, a person on every home whose household they are of now; nowhere,
 * and unplaced, while no such home is known.
 * A person who stands in for the unknown tenants of a whole estate shows on the first of them: an announcement that lists
 * more than the language allows could not be read by anybody, and would keep all others waiting.
 */
export function flagPlacesOf(record: SubjectRecord): Uprn[] {
  const uprn = uprnOf(record.subject);
  if (uprn !== undefined) return [uprn];
  const self = `${memberFactPrefix}${personOf(record.subject)}`;
  const homes = Object.values(record.openCases).flatMap(({ kind, facts }) => {
    const member = facts[self];
    const present = typeof member === 'object' && member !== null && member['present'] !== false;
    const home = kind === 'tenancy' && present ? facts['home'] : undefined;
    return typeof home === 'string' ? [uprnFrom(home.slice('property/'.length))] : [];
  });
  return [...new Set(homes.filter(home => home !== undefined))].sort().slice(0, maximumPlaces);
}
