import { type FlagCode, flagDefinition } from '../../../schemas/flags.ts';
import type { LocalReference, Uprn } from '../../../schemas/reference.ts';
import type { Place } from '../identity/place.ts';
import { invalid, type RefusedDecision } from './result.ts';

/** What a flag is raised on: a place of the gazetteer, with the homes in it if it is a block, or a person. */
export type On = { place: Place; homes: readonly Uprn[] } | 'person';

/** Refuses a flag on what it does not hang on, and says where it belongs. */
export function refusedPlace(
  on: On,
  { code, tenancyReference }: { code: FlagCode; tenancyReference?: LocalReference | undefined },
): RefusedDecision | undefined {
  const { hangsOn } = flagDefinition(code);
  if (hangsOn === 'tenancy' && tenancyReference === undefined) {
    return invalid('tenancyReference', 'This flag hangs on a tenancy, and ends with it: say which');
  }
  if (hangsOn !== 'tenancy' && tenancyReference !== undefined) {
    return invalid('tenancyReference', `This flag hangs on a ${hangsOn}, not on a tenancy: leave this out`);
  }
  if (on === 'person') {
    return hangsOn === 'person'
      ? undefined
      : invalid('code', `This flag hangs on a ${hangsOn}, not on a person`, { kind: 'property' });
  }
  return hangsOn === 'person'
    ? invalid('code', onNoHome(code), { kind: 'person' })
    : refusedProperty(on, hangsOn === 'block');
}

/** What protects somebody from another must not lead that other to their door. */
function onNoHome(code: FlagCode): string {
  const { audience } = flagDefinition(code);
  const never = audience.everyone === 'none' ? ', and never marks where somebody lives' : '';
  return `This flag is about a person and follows them${never}`;
}

function refusedProperty(
  { place, homes }: Exclude<On, 'person'>,
  ofABlock: boolean,
): RefusedDecision | undefined {
  if (place.status === 'retired') {
    const successors = place.succeededBy?.join(', ') ?? 'none';
    return invalid('uprn', `This home is no more. It was succeeded by: ${successors}`);
  }
  if (!ofABlock) {
    return homes.length === 0
      ? undefined
      : invalid(
          'code',
          'This is a block, and the flag hangs on one home: raise it there, or a flag of blocks here',
        );
  }
  if (place.blockUprn !== undefined) {
    return invalid('code', 'This flag hangs on the whole block', { kind: 'property', uprn: place.blockUprn });
  }
  return homes.length > 0
    ? undefined
    : invalid('code', 'This flag hangs on a block, and this home is in none');
}
