import * as z from 'zod';
import { instantSchema, systemNameSchema, uprnSchema } from '../../../../schemas/reference.ts';
import { derivedId } from '../../../core/envelope/derived-id.ts';
import { crossReferenceSchema } from '../../../core/identity/cross-reference.ts';
import { leadKeysOf } from '../../../core/identity/lead-keys.ts';
import { type Place, placeSchema } from '../../../core/identity/place.ts';
import type { Key } from '../key.ts';
import { leadKey, leadsTo, type Numbered, numberKey, placeKey, standingPartition } from './keys.ts';

/** An item of the directory that leads from what somebody knows of a home to the home. */
export type Lead = Key & Pick<Place, 'uprn'>;

/**
 * Every item that leads to a place: the list of those that stand, its block, the homes that succeeded it, each system's references, those as people may type
 * them, and the keys of its addresses, each with the address itself so that nothing else is to be read to compare it.
 */
export function leadsToPlace(place: Place): Lead[] {
  const { uprn, blockUprn, references, postcode, alternativeAddresses = [], succeededBy = [] } = place;
  const partitions = [
    ...(place.status === 'retired' ? [] : [standingPartition(uprn)]),
    ...(blockUprn === undefined ? [] : [leadsTo.block(blockUprn)]),
    ...succeededBy.map(leadsTo.successor),
    ...Object.entries(references).flatMap(([system, keys]) =>
      keys.map(key => leadsTo.reference(system, key)),
    ),
  ];
  const addressed = [place.address, ...alternativeAddresses].flatMap(address =>
    leadKeysOf({ address, postcode }).map(({ partition, sort }) => {
      const key = leadKey(partition, uprn);
      return { pk: key.pk, sk: sort + key.sk, uprn, address, postcode };
    }),
  );
  const numbers = Object.entries(references).flatMap(([system, keys]) =>
    keys.map(reference => numberItem({ reference, kind: 'home', system, uprn })),
  );
  const leads = [...partitions.map(pk => ({ ...leadKey(pk, uprn), uprn })), ...addressed, ...numbers];
  return [...Map.groupBy(leads, ({ pk, sk }) => `${pk}\n${sk}`).values()].flatMap(([first]) => first ?? []);
}

/** Where somebody who types a reference finds what it is of. */
export function numberItem(numbered: Numbered): Key & Numbered {
  return { ...numberKey(numbered), ...numbered };
}

/** `NUMBER#`: a reference of a home or a case. */
export const numberSchema = z.object({
  reference: z.string(),
  kind: z.string(),
  system: systemNameSchema,
  uprn: uprnSchema,
});

/** `UPRN#` in a partition that leads to homes, and `LEARNT` beside it. */
export const leadSchema = z.object({
  uprn: uprnSchema,
  learntAt: instantSchema.optional(),
  forgottenAt: instantSchema.optional(),
  again: z.literal(true).optional(),
});

/** An item that leads from a key of an address to a home, with the address itself. */
export const addressedSchema = placeSchema.pick({ uprn: true, address: true, postcode: true });

/** `LEARNT`: which home or person somebody said that a system means by a key of its own, and since when that is forgotten. */
export const learntSchema = crossReferenceSchema.omit({ system: true });

/** `KEY#`: the same in the list of all that was learnt of a system’s keys. */
export const listedSchema = crossReferenceSchema;

/** `FORGOTTEN#`: what a request was for, in one short text, and how it was answered. */
export const forgettingSchema = z.object({
  content: z.string(),
  /** What waits in quarantine for the key. */
  waitsFor: z.string(),
  forgottenAt: instantSchema,
  askedAgain: z.int(),
});
export type Forgetting = z.infer<typeof forgettingSchema>;

/** What the writer of places compares and corrects by. */
export const writtenPlaceSchema = placeSchema.pick({ uprn: true, status: true, references: true }).extend({
  /** Says in one short text what was written for this place, its leads with it. */
  fingerprint: z.string(),
  /** Which items led to it: another version of the hub may name others. */
  leads: z.array(z.object({ pk: z.string(), sk: z.string() })),
});
export type WrittenPlace = z.infer<typeof writtenPlaceSchema>;

/** The place itself. */
export function placeItem(place: Place, leads: readonly Lead[]): Key & Place & WrittenPlace {
  const keys = leads.map(({ pk, sk }) => ({ pk, sk }));
  return { ...placeKey(place.uprn), ...place, fingerprint: derivedId(place, leads), leads: keys };
}
