import { systemNameSchema } from '../../../schemas/reference.ts';
import type { SystemManifest } from '../contract.ts';

/** The tenancy system, which resident services keep: its event envelope as JSON, and flags fetched from its inbox. */
export const manifest: SystemManifest = {
  system: systemNameSchema.parse('tenancy'),
  title: 'Tenancy',
  team: 'resident-services',
  keepsPersons: true,
  accepts: ['application/json'],
  says: [
    'housing.flag.asserted.v1',
    'housing.flag.withdrawn.v1',
    'housing.person.details-recorded.v1',
    'housing.tenancy.access-notice-served.v1',
    'housing.tenancy.accommodation-ended.v1',
    'housing.tenancy.accommodation-offered.v1',
    'housing.tenancy.accommodation-taken-up.v1',
    'housing.tenancy.adjustment-recorded.v1',
    'housing.tenancy.contact-recorded.v1',
    'housing.tenancy.end-announced.v1',
    'housing.tenancy.end-withdrawn.v1',
    'housing.tenancy.ended.v1',
    'housing.tenancy.enforcement-closed.v1',
    'housing.tenancy.enforcement-opened.v1',
    'housing.tenancy.household-changed.v1',
    'housing.tenancy.start-announced.v1',
    'housing.tenancy.started.v1',
  ],
  delivery: 'inbox',
  snapshots: {
    tenancies: { title: 'Tenancies in force', heldBelow: 0.95 },
    alerts: { title: 'Cautionary alerts in force', heldBelow: 0.8 },
  },
};
