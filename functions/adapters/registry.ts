import * as z from 'zod';
import { officersSystem } from '../../schemas/officers.ts';
import type { SystemName } from '../../schemas/reference.ts';
import { type Adapter, sayableAs } from './contract.ts';
import * as registered from './systems.ts';

/** The adapter of every source system. */
export const adapters: readonly Adapter[] = checked(Object.values(registered));

/** The names of the source systems. */
export const systems: readonly SystemName[] = adapters.map(adapter => adapter.manifest.system);

/** The systems that keep the landlord's registers of persons: their keys are what persons are known by. */
export const registers: ReadonlySet<string> = new Set(
  adapters.filter(({ manifest }) => manifest.keepsPersons).map(({ manifest }) => manifest.system),
);

const bySystem = new Map<string, Adapter>(adapters.map(adapter => [adapter.manifest.system, adapter]));

/**
 * The same adapters, if each of them may be called as it is.
 * @throws {RangeError} for a name that is the hub's own: what officers say would be taken for that system's.
 */
export function checked(candidates: readonly Adapter[]): readonly Adapter[] {
  const reserved = candidates.find(({ manifest }) => manifest.system === officersSystem);
  if (reserved === undefined) return candidates;
  throw new RangeError(`No system can be called ${officersSystem}: that is who officers are to the hub`);
}

/** The adapter of a system, or undefined when the hub knows no such system. */
export function adapterFor(system: string): Adapter | undefined {
  return bySystem.get(system);
}

/**
 * Whether it is a system's to say an event of this type: its adapter can make one. What a system said that is connected no
 * more stays as it is: nobody has the right to publish as that one, and a replay has to find its history.
 */
export function isSystemsToSay(system: string, type: string): boolean {
  const adapter = bySystem.get(system);
  return adapter === undefined || sayableAs(adapter.manifest).some(said => said === type);
}

/** A system's name in the environment of its own function, read as its adapter. */
export const registeredSystem = z
  .string()
  .transform(adapterFor)
  .pipe(z.custom<Adapter>(adapter => adapter !== undefined, 'no such system is registered'));
