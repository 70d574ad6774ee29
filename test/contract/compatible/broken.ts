import { brokenApi } from './api.ts';
import { brokenBus } from './bus.ts';
import { type Contract, majorOf } from './contract.ts';
import { brokenEvents } from './events.ts';
import { brokenFlags } from './flag-codes.ts';

/**
 * What is not an addition between two contracts of one major version.
 *
 * @param today the day as `2026-11-30`: a deprecated endpoint may go after its sunset
 * @returns a line for each, with what to do; none when everybody is as well off as before, or the major version is another
 */
export function brokenContract(before: Contract, after: Contract, today: string): string[] {
  const old = majorOf(before);
  if (old !== undefined && old !== majorOf(after)) return [];
  return [
    ...brokenEvents(before.events, after.events),
    ...brokenFlags(before.flags, after.flags),
    ...brokenBus(before.bus, after.bus),
    ...brokenApi(before.api, after.api, today),
  ];
}
