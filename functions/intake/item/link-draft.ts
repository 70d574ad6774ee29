import { eventContent } from '../../../schemas/event-content.ts';
import type { Instant, PersonReference, Uprn } from '../../../schemas/reference.ts';
import type { DraftOf, EventDraft, HomeLocator } from '../../adapters/contract.ts';

/** What is said of a flag. */
export type FlagDraft = DraftOf<'housing.flag.asserted.v1'> | DraftOf<'housing.flag.withdrawn.v1'>;

interface Link {
  person: PersonReference;
  knownAs: PersonReference;
  /** When it was decided. */
  at: Instant;
  home: { locator: HomeLocator; uprn: Uprn } | undefined;
}

/**
 * That somebody decided which person a key means, or does not: the person hears it, and the home at which they were shown
 * without a name. One decision is one event at each home, whichever item brings it.
 */
export function linkDraft(holds: boolean, { person, knownAs, at, home }: Link): EventDraft {
  const base = {
    happened: { at, basis: 'offset' as const },
    noticedAs: ['known as', knownAs, person, at, home?.uprn ?? ''].join(' '),
    ...(home !== undefined && { home: home.locator }),
    persons: [person],
  };
  return holds
    ? { ...base, ...eventContent('housing.person.identified.v1', { person, knownAs }) }
    : { ...base, ...eventContent('housing.person.parted.v1', { person, knownAs }) };
}
