import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { ClearingReason, FlagState } from '../../../schemas/flag-life.ts';
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

/** Why a warning ended, and what to make of one that stands: a system has a word of its own for each. */
export type EndReason =
  | 'resolved'
  | 'withdrawn'
  | 'decided'
  | 'expired'
  | 'moved'
  | 'unlisted'
  | 'otherPerson'
  | 'inError';
export type Standing = 'alleged' | 'confirmed' | 'review-due' | 'review-overdue';

const endReasons: Readonly<Record<ClearingReason, EndReason>> = {
  'rule-no-longer-holds': 'resolved',
  'tenancy-ended': 'moved',
  withdrawn: 'withdrawn',
  decided: 'decided',
  expired: 'expired',
  'no-longer-listed': 'unlisted',
  'other-person': 'otherPerson',
  'entered-in-error': 'inError',
};

/** Why the flag ended, in the system's words; nothing while it stands. That time passed is not that a danger is gone. */
export function whyEnded<Word>(
  words: Readonly<Record<EndReason, Word>>,
  event: HubFlagEvent,
): Word | undefined {
  return event.type === 'housing.flag.cleared.v1' ? words[endReasons[event.data.reason]] : undefined;
}

const standings: Readonly<Record<FlagState, Standing | undefined>> = {
  proposed: undefined,
  'pending-approval': 'alleged',
  active: 'confirmed',
  'review-due': 'review-due',
  'review-overdue': 'review-overdue',
  suspended: undefined,
};

/**
 * What to make of a flag that stands, in the system's words; nothing of one that ended. One that is about somebody of the
 * household whom nobody can tell yet has to be confirmed.
 */
export function howItStands<Word>(
  words: Readonly<Record<Standing, Word>>,
  event: HubFlagEvent,
): Word | undefined {
  const { state, unconfirmed } = event.data.flag;
  const standing = unconfirmed === true ? 'alleged' : standings[state];
  return event.type === 'housing.flag.cleared.v1' || standing === undefined ? undefined : words[standing];
}

/** The homes that the flag showed on before and no longer does. */
export function placesLeft(event: HubFlagEvent): readonly Uprn[] {
  return (event.type === 'housing.flag.changed.v1' && event.data.noLongerAt) || [];
}

/**
 * A system's own word for a flag: `wordTable` has one for each. A word that the list marks as temporary is for the way in
 * only: the hub does not say of a flag that it will pass.
 */
export function localWord(flagCodes: readonly LocalFlagCode[], code: FlagCode): string {
  const entry = flagCodes.find(known => known.code === code && known.temporary === undefined);
  return entry?.local ?? code;
}

/** The hazards, leaks or jobs that a rule's flag stands for, by the references by which every team may name them. */
export function regarding({ data }: HubFlagEvent): readonly string[] | undefined {
  return data.flag.because?.references;
}
