import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { FlagCode } from '../../../schemas/flags.ts';
import type { Uprn } from '../../../schemas/reference.ts';
import type { LocalFlagCode } from '../contract.ts';

export type FlagAction = 'raised' | 'changed' | 'cleared';

const actions: Readonly<Record<HubFlagEvent['type'], FlagAction>> = {
  'housing.flag.raised.v1': 'raised',
  'housing.flag.changed.v1': 'changed',
  'housing.flag.cleared.v1': 'cleared',
};

/** What the hub says about a flag, in one word. */
export function flagAction(event: HubFlagEvent): FlagAction {
  return actions[event.type];
}

/** The homes that the flag showed on before and no longer does. */
export function placesLeft(event: HubFlagEvent): readonly Uprn[] {
  return (event.type === 'housing.flag.changed.v1' && event.data.noLongerAt) || [];
}

/**
 * A system's own word for a flag; the shared code where its list has none, so that no flag is left out. A word that the
 * list marks as temporary is for the way in only: the hub does not say of a flag that it will pass.
 */
export function localWord(flagCodes: readonly LocalFlagCode[], code: FlagCode): string {
  const entry = flagCodes.find(known => known.code === code && known.temporary === undefined);
  return entry?.local ?? code;
}
