import * as z from 'zod';
import { type Uprn, uprnSchema } from '../../../schemas/reference.ts';
import type { Place } from '../identity/place.ts';
import type { ShownCase } from './hazard-case.ts';
import { localTimeSchema } from './local-times.ts';
import { otherHomesIn } from './named-facts.ts';

/** An open leak at a home, with the other homes of it: where the water comes from, or where else it goes. */
export const leakHereSchema = z.object({
  system: z.string(),
  reference: z.string(),
  part: z
    .string()
    .meta({ description: '`home`: the water comes in here; `source`: it seems to come from here' }),
  since: localTimeSchema,
  stage: z.string().optional(),
  otherHomes: z.array(z.object({ uprn: uprnSchema, address: z.string().optional(), part: z.string() })),
});

/** The other homes of the leaks among cases: whose addresses have to be looked up. */
export function otherHomesOf(cases: readonly ShownCase[]): Uprn[] {
  return cases
    .filter(({ kind }) => kind === 'leak')
    .flatMap(({ facts }) => otherHomesIn(facts).map(({ uprn }) => uprn));
}

/** The leaks among the cases of a home. @param places those that are known of their other homes */
export function leaksHere(cases: readonly ShownCase[], places: ReadonlyMap<Uprn, Place>) {
  return cases
    .filter(({ kind }) => kind === 'leak')
    .map(({ system, reference, openedAt: since, stage, facts }) => ({
      ...{ system, reference, part: String(facts['part']), since, stage },
      otherHomes: otherHomesIn(facts).map(({ uprn, part }) => ({
        ...{ uprn, address: places.get(uprn)?.address, part: String(part) },
      })),
    }));
}
