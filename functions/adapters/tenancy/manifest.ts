import { systemNameSchema } from '../../../schemas/reference.ts';
import type { SystemManifest } from '../contract.ts';

/** The tenancy system, which resident services keep: its event envelope as JSON, and flags fetched from its inbox. */
export const manifest: SystemManifest = {
  system: systemNameSchema.parse('tenancy'),
  title: 'Tenancy',
  team: 'resident-services',
  keepsPersons: true,
  accepts: ['application/json'],
  delivery: 'inbox',
  snapshots: { tenancies: { title: 'Tenancies in force', heldBelow: 0.95 } },
};
