import { flagCodes as complaints } from '../../../../functions/adapters/complaints/flag-codes.ts';
import type { LocalFlagCode } from '../../../../functions/adapters/contract.ts';
import { flagCodes as disrepair } from '../../../../functions/adapters/disrepair/flag-codes.ts';
import { flagCodes as leaks } from '../../../../functions/adapters/leaks/flag-codes.ts';
import { locationAlertCodes, personAlertCodes } from '../../../../functions/adapters/repairs/flag-codes.ts';
import { flagCodes as tenancy } from '../../../../functions/adapters/tenancy/flag-codes.ts';
import { type FlagCode, flagDefinition } from '../../../../schemas/flags.ts';

const lists: Readonly<Record<string, readonly LocalFlagCode[]>> = { complaints, disrepair, leaks, tenancy };

/** The word that a system has for a warning: of its own list, or HACT’s. */
export function wordsOf(system: string, code: FlagCode): string {
  const isOwn = (entry: LocalFlagCode) => entry.code === code && entry.temporary === undefined;
  if (system !== 'repairs') return lists[system]?.find(isOwn)?.local ?? code;
  const [about, codes] =
    flagDefinition(code).hangsOn === 'person'
      ? ['person', personAlertCodes]
      : ['location', locationAlertCodes];
  return `${about} alert ${codes.find(isOwn)?.local ?? '1'}`;
}
