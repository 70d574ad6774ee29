import { systemNameSchema } from '../../../schemas/reference.ts';
import type { SystemManifest } from '../contract.ts';

/** The complaints team's casework system: JSON entries in, warnings pushed to its webhook. */
export const manifest: SystemManifest = {
  system: systemNameSchema.parse('complaints'),
  title: 'Complaints casework',
  team: 'complaints',
  accepts: ['application/json'],
  delivery: 'webhook',
  snapshots: { 'open-cases': { title: 'Open cases', heldBelow: 0.7 } },
};
