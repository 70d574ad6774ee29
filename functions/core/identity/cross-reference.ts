import * as z from 'zod';
import { comparedKey } from '../../../schemas/key-text.ts';
import {
  instantSchema,
  type PersonReference,
  personReferenceSchema,
  uprnSchema,
} from '../../../schemas/reference.ts';
import { derivedId } from '../envelope/derived-id.ts';

/** Who taught the hub what a key means. */
const teacherSchema = z.object({ officer: z.string(), role: z.string() });

/** Which home or person a system means by a key of its own, as somebody decided: the latest decision stands. */
export const crossReferenceSchema = z.object({
  system: z.string(),
  key: z.string(),
  uprn: uprnSchema.optional(),
  person: personReferenceSchema.optional(),
  /** The item in quarantine that was the question. */
  because: z.string(),
  learntAt: instantSchema,
  /** It was forgotten before: what is heard by it now is other news than what was heard by it then. */
  again: z.literal(true).optional(),
  taughtBy: teacherSchema.optional(),
  /** Since when it is forgotten: what the key means is asked about again. */
  forgottenAt: instantSchema.optional(),
  forgottenBy: teacherSchema.optional(),
});
export type CrossReference = z.infer<typeof crossReferenceSchema>;

/** The id of what was learnt at one time: what came by it can be told from what came by anything else. */
export function learntId({
  system,
  key,
  learntAt,
}: Pick<CrossReference, 'system' | 'key' | 'learntAt'>): string {
  return derivedId('learnt', system, comparedKey(key), learntAt);
}

/**
 * The key by which a system names somebody, in the spelling in which keys are compared: what is said of `cust-77` and of
 * `CUST-77` is of one person. A letter that is two as a capital could make it longer than such keys are: it is left.
 */
export function comparedPerson(named: PersonReference): PersonReference {
  const [system, key] = [named.slice(0, named.indexOf(':')), named.slice(named.indexOf(':') + 1)];
  const compared = comparedKey(key);
  return compared.length > key.length ? named : (`${system}:${compared}` as PersonReference);
}

/** Under what a person's key is learnt: the system whose key it is, and the key in words that no key of a home has. */
export function personCrossReference(knownAs: PersonReference): Pick<CrossReference, 'system' | 'key'> {
  return { system: knownAs.slice(0, knownAs.indexOf(':')), key: `person ${knownAs}` };
}
