import { systemNameSchema } from '../../../schemas/reference.ts';
import type { SystemManifest } from '../contract.ts';

/** The repairs system: HACT messages as JSON, and alerts pushed to its webhook. */
export const manifest: SystemManifest = {
  system: systemNameSchema.parse('repairs'),
  title: 'Repairs',
  team: 'repairs',
  accepts: ['application/json'],
  says: [
    'housing.flag.asserted.v1',
    'housing.flag.withdrawn.v1',
    'housing.hazard.closed.v1',
    'housing.hazard.investigated.v1',
    'housing.hazard.made-safe.v1',
    'housing.hazard.summary-sent.v1',
    'housing.hazard.suspected.v1',
    'housing.hazard.works-completed.v1',
    'housing.hazard.works-started.v1',
    'housing.repair.appointed.v1',
    'housing.repair.attended.v1',
    'housing.repair.cancelled.v1',
    'housing.repair.closed.v1',
    'housing.repair.completed.v1',
    'housing.repair.follow-on-required.v1',
    'housing.repair.no-access-recorded.v1',
    'housing.repair.note-added.v1',
    'housing.repair.raised.v1',
    'housing.repair.rebooked.v1',
    'housing.visit.carried-out.v1',
    'housing.works.completed.v1',
    'housing.works.planned.v1',
  ],
  delivery: 'webhook',
  snapshots: { 'open-jobs': { title: 'Open jobs', heldBelow: 0.8 } },
};
