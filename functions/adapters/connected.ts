import type { SystemName } from '../../schemas/reference.ts';
import type { Team } from '../../schemas/teams.ts';
import { sayableAs } from './contract.ts';
import { manifests } from './manifests.ts';

/** The names of the source systems. */
export const systems: readonly SystemName[] = manifests.map(({ system }) => system);

/** The systems that keep the landlord's registers of persons: their keys are what persons are known by. */
export const registers: ReadonlySet<string> = new Set(
  manifests.filter(({ keepsPersons }) => keepsPersons).map(({ system }) => system),
);

const bySystem = new Map<string, (typeof manifests)[number]>(manifests.map(each => [each.system, each]));

/** The team whose system it is, or undefined when the hub knows no such system. */
export function teamOfSystem(system: string): Team | undefined {
  return bySystem.get(system)?.team;
}

/**
 * Whether it is a system's to say an event of this type: its adapter can make one. What a system said that is connected no
 * more stays as it is: nobody has the right to publish as that one, and a replay has to find its history.
 */
export function isSystemsToSay(system: string, type: string): boolean {
  const manifest = bySystem.get(system);
  return manifest === undefined || sayableAs(manifest).some(said => said === type);
}
