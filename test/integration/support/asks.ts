import { eventOf, flat4, mrB } from '../../support/events.ts';
import type { Ask } from './decision-desk.ts';

/** Mr B’s warning, and the asbestos of flat 4. */
export const id = 'do-not-visit-alone~person~tenancy.3amr-b';
export const asbestos = `asbestos~property~${flat4}`;
export const basis = 'Threatened an operative on the stairs.';
/** Where officers raise flags. */
export const onPerson = { path: '/v1/persons/{ref}/flags', of: { ref: mrB } };
const onHome = { path: '/v1/properties/{uprn}/flags', of: { uprn: flat4 } };
/** What they raise. */
export const raises = {
  role: 'enforcement-officer',
  ...onPerson,
  body: { code: 'do-not-visit-alone', basis },
} as const;
export const findsAsbestos = {
  role: 'surveyor',
  ...onHome,
  body: { code: 'asbestos', basis: 'Artex, hall' },
} as const;
/** What they decide of what they saw. */
export const decides = (name: string, ifMatch: string | undefined, of = id): Omit<Ask, 'role'> => ({
  ...{ path: `/v1/flags/{id}/${name}`, of: { id: of }, body: { reason: 'Because it is so.' } },
  ...(ifMatch !== undefined && { ifMatch }),
});

/** The hub has heard of Mr B. */
export const mrBIsKnown = eventOf({
  ...{ type: 'housing.person.details-recorded.v1', system: 'tenancy', at: '2020-01-01T10:00:00Z' },
  persons: [mrB],
  data: { person: mrB, name: 'Mr B' },
});
