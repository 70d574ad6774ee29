import type { Uprn } from '../../../schemas/reference.ts';
import type { DraftOf, HomeLocator, NoticedDraft } from '../../adapters/contract.ts';
import { linkSaid, type PersonLink } from '../../core/quarantine/person-link.ts';

/** What is said of a flag. */
export type FlagDraft = DraftOf<'housing.flag.asserted.v1'> | DraftOf<'housing.flag.withdrawn.v1'>;

/** A home as a document names it, and which it is. */
interface NamedHome {
  locator: HomeLocator;
  uprn: Uprn;
}

/** What a document says of whom a key means: the person hears it, and the home at which they were shown without a name. */
export function linkDraft(
  holds: boolean,
  { home, ...link }: Omit<PersonLink, 'uprn'> & { home: NamedHome | undefined },
): NoticedDraft {
  const said = linkSaid(holds, { ...link, uprn: home?.uprn });
  return { ...said, ...(home !== undefined && { home: home.locator }) };
}
