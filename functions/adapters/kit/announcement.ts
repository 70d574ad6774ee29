import type { HubEvent } from '../../../schemas/catalogue.ts';
import type { Flag, FlagCode } from '../../../schemas/flags.ts';
import type { LocalFlagCode } from '../contract.ts';

type FlagAction = 'raised' | 'changed' | 'cleared';

const actions: Readonly<Record<HubEvent['type'], FlagAction>> = {
  'housing.flag.raised.v1': 'raised',
  'housing.flag.changed.v1': 'changed',
  'housing.flag.cleared.v1': 'cleared',
};

/** What the hub says about a flag, in one word. */
export function flagAction(event: HubEvent): FlagAction {
  return actions[event.type];
}

/** What stays the same through every announcement of one flag, so that a system can replace what it has. */
export function flagReference({ code, on, tenancyReference }: Flag): string {
  return [code, on, tenancyReference].filter(part => part !== undefined).join(' ');
}

/** A system's own word for a flag; the shared code where its list has none, so that no flag is left out. */
export function localWord(flagCodes: readonly LocalFlagCode[], code: FlagCode): string {
  return flagCodes.find(entry => entry.code === code)?.local ?? code;
}
