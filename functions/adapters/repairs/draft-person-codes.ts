import type { FlagCode } from '../../../schemas/flags.ts';
import type { LocalFlagCode } from '../contract.ts';

/** The draft's table of codes (UKHDS person alert codes, first draft of August 2025, by MHCLG and HACT). */
const list = 'person_alert_codes';

/**
 * The draft's groups, and those of its codes that ask for something else than their group. Most say what somebody has;
 * the flag says what to do about it. A code with a dot that is not here means what its group means: the groups stand,
 * while the codes within them are still renumbered from one draft to the next.
 */
const meanings: readonly (readonly [local: string, code: FlagCode])[] = [
  ['MED1', 'damp-is-urgent'],
  ['MED2', 'heating-is-urgent'],
  ['MED3', 'keep-disturbance-low'],
  ['MED4', 'damp-is-urgent'],
  ['MED5', 'health-consideration'],
  ['MED6', 'health-consideration'],
  ['MED7', 'health-consideration'],
  ['PREG1', 'keep-disturbance-low'],
  ['MH1', 'planned-contact-only'],
  ['MH2', 'plain-words'],
  ['MH2.03', 'planned-contact-only'],
  ['AGE1', 'adult-must-be-present'],
  ['AGE1.07', 'older-resident'],
  ['RISK1', 'unsafe-environment'],
  ['RISK1.05', 'heating-is-urgent'],
  ['RISK1.06', 'no-answer-is-urgent'],
  ['RISK2', 'do-not-visit-alone'],
  ['RISK2.01', 'physical-abuse'],
  ['RISK2.02', 'verbal-abuse'],
  ['RISK3', 'do-not-visit-alone'],
  ['RISK3.01', 'unsafe-environment'],
  ['RISK3.03', 'dangerous-animals'],
  ['RISK4', 'safeguarding'],
  ['RISK5', 'contact-team-for-details'],
  ['RISK5.01', 'no-naked-flame'],
  ['RISK5.02', 'no-naked-flame'],
  ['RISK5.03', 'no-naked-flame'],
  ['RISK5.04', 'supplies-must-stay-on'],
  ['RISK5.05', 'protective-equipment'],
  ['RISK5.06', 'keep-disturbance-low'],
  ['RISK5.07', 'evacuation-help'],
  ['RISK5.08', 'keep-disturbance-low'],
  ['RISK5.09', 'protective-equipment'],
  ['SAF1', 'safe-contact'],
  ['SAF2', 'safeguarding'],
  ['SAF3', 'safeguarding'],
  ['COMM1', 'plain-words'],
  ['COMM1.03', 'support-needed'],
  ['COMM1.06', 'planned-contact-only'],
  ['COMM1.07', 'planned-contact-only'],
  ['COMM1.08', 'vision-support'],
  ['COMM1.09', 'hearing-support'],
  ['COMM1.10', 'vision-support'],
  ['COMM1.11', 'language-support'],
  ['COMM1.12', 'support-needed'],
];

/** Every code of the draft that has a meaning of its own here. */
export const draftPersonCodes: readonly LocalFlagCode[] = meanings.map(([local, code]) => ({
  local,
  list,
  code,
}));

/**
 * What a code of the draft is known as here: itself, or its group where it means what its group means. So the number of
 * a diagnosis goes no further than this.
 */
export function draftCodeOf(type: string): string {
  const group = /^([A-Z]+\d)\.\d\d$/.exec(type)?.[1];
  const known = (code: string) => draftPersonCodes.some(({ local }) => local === code);
  return group !== undefined && !known(type) && known(group) ? group : type;
}
