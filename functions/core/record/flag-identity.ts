import { comparedKey } from '../../../schemas/key-text.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import type { FlagIdentity } from './flag-statement.ts';

/**
 * What makes it one flag, and nothing else of it. Its tenancy is in the spelling in which keys are compared: said of `ten-9`
 * and of `TEN-9` it is one flag, ended by either.
 */
export function identityOf({ code, tenancyReference }: FlagIdentity): FlagIdentity {
  return tenancyReference === undefined ? { code } : { code, tenancyReference: compared(tenancyReference) };
}

/** A letter that is two as a capital could make a reference longer than references are: it is left as it is. */
function compared(reference: LocalReference): LocalReference {
  const key = comparedKey(reference);
  return key.length > reference.length ? reference : (key as LocalReference);
}
