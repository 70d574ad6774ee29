import { flagCodes as complaints } from '../../../../functions/adapters/complaints/flag-codes.ts';
import type { LocalFlagCode } from '../../../../functions/adapters/contract.ts';
import { flagCodes as disrepair } from '../../../../functions/adapters/disrepair/flag-codes.ts';
import { flagCodes as leaks } from '../../../../functions/adapters/leaks/flag-codes.ts';
import { locationAlertCodes, personAlertCodes } from '../../../../functions/adapters/repairs/flag-codes.ts';
import { flagCodes as tenancy } from '../../../../functions/adapters/tenancy/flag-codes.ts';
import { type FlagCode, flagDefinition, flagDefinitions } from '../../../../schemas/flags.ts';

const lists: Readonly<Record<string, readonly LocalFlagCode[]>> = { complaints, disrepair, leaks, tenancy };

/** Where HACT has no code of its own: what an operative reads in the nearest is true of the warning, too. */
const nearest: Readonly<Record<string, readonly FlagCode[]>> = {
  0: [
    ...(['do-not-attend', 'court-order-in-force', 'other-incident', 'seek-advice', 'newly-fled'] as const),
    ...(['structure-unsafe', 'higher-risk-building', 'complex-case'] as const),
  ],
  10: ['physical-abuse', 'verbal-abuse', 'do-not-interview-alone', 'communal-asbestos'],
  '20-40': ['allow-time-at-the-door', 'evacuation-help', 'recovering'],
  50: ['no-female-staff-alone'],
};

/** The word that a system has for a warning: of its own list, or HACT’s. */
export function wordsOf(system: string, code: FlagCode): string {
  const isOwn = (entry: LocalFlagCode) => entry.code === code && entry.temporary === undefined;
  if (system !== 'repairs') return lists[system]?.find(isOwn)?.local ?? code;
  const [about, codes] =
    flagDefinition(code).hangsOn === 'person'
      ? ['person', personAlertCodes]
      : ['location', locationAlertCodes];
  const near = Object.keys(nearest).find(word => nearest[word]?.includes(code));
  return `${about} alert ${codes.find(isOwn)?.local ?? near ?? '1'}`;
}

/** What to do; behind severity and name where the system has the same word for other warnings. */
export function textOf(system: string, code: FlagCode): string {
  const { severity, instruction } = flagDefinition(code);
  const own = wordsOf(system, code);
  const isShared = flagDefinitions.some(other => other.code !== code && wordsOf(system, other.code) === own);
  return isShared ? `${severity.toUpperCase()}, ${code.replaceAll('-', ' ')}: ${instruction}` : instruction;
}
