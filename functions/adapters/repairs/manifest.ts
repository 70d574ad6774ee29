import { systemNameSchema } from '../../../schemas/reference.ts';
import type { SystemManifest } from '../contract.ts';

/** The repairs system: HACT messages as JSON, and alerts pushed to its webhook. */
export const manifest: SystemManifest = {
  system: systemNameSchema.parse('repairs'),
  title: 'Repairs',
  team: 'repairs',
  accepts: ['application/json'],
  delivery: 'webhook',
  snapshots: { 'open-jobs': { title: 'Open jobs', heldBelow: 0.8 } },
};
