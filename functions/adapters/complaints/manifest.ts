import { systemNameSchema } from '../../../schemas/reference.ts';
import type { SystemManifest } from '../contract.ts';

/** The complaints team's casework system: JSON entries in, warnings pushed to its webhook. */
export const manifest: SystemManifest = {
  system: systemNameSchema.parse('complaints'),
  title: 'Complaints casework',
  team: 'complaints',
  accepts: ['application/json'],
  says: [
    'housing.complaint.acknowledged.v1',
    'housing.complaint.closed.v1',
    'housing.complaint.dissatisfaction-expressed.v1',
    'housing.complaint.entry-withdrawn.v1',
    'housing.complaint.escalated.v1',
    'housing.complaint.extended.v1',
    'housing.complaint.ombudsman-notified.v1',
    'housing.complaint.received.v1',
    'housing.complaint.remedy-delivered.v1',
    'housing.complaint.remedy-promised.v1',
    'housing.complaint.responded.v1',
    'housing.flag.asserted.v1',
    'housing.flag.withdrawn.v1',
    'housing.hazard.closed.v1',
    'housing.hazard.suspected.v1',
    'housing.hazard.works-completed.v1',
    'housing.hazard.works-started.v1',
  ],
  delivery: 'webhook',
  snapshots: { 'open-cases': { title: 'Open cases', heldBelow: 0.7 } },
};
