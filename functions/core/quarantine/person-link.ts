import { type ContentOf, eventContent } from '../../../schemas/event-content.ts';
import type { Instant, PersonReference, Uprn } from '../../../schemas/reference.ts';
import type { Draft } from '../envelope/complete-event.ts';

/** Whom a key was decided to mean, or not to mean. */
export interface PersonLink {
  person: PersonReference;
  knownAs: PersonReference;
  /** When it was decided. */
  at: Instant;
  /** The home at which they were shown without a name. */
  uprn: Uprn | undefined;
}

type LinkEvent = 'housing.person.identified.v1' | 'housing.person.parted.v1';
export type LinkSaid = ContentOf<LinkEvent> & Pick<Draft, 'happened' | 'noticedAs' | 'persons'>;

/** That somebody decided which person a key means, or does not. One decision is one event at each home, whatever brings it. */
export function linkSaid(holds: boolean, { person, knownAs, at, uprn }: PersonLink): LinkSaid {
  const base = {
    happened: { at, basis: 'offset' as const },
    noticedAs: ['known as', knownAs, person, at, uprn ?? ''].join(' '),
    persons: [person],
  };
  return holds
    ? { ...base, ...eventContent('housing.person.identified.v1', { person, knownAs }) }
    : { ...base, ...eventContent('housing.person.parted.v1', { person, knownAs }) };
}
