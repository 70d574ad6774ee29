import { systemNameSchema } from '../../../schemas/reference.ts';
import type { SystemManifest } from '../contract.ts';

/** The leaks-from-above team's sheet: sent as CSV or as rows of JSON, and flags fetched from its inbox. */
export const manifest: SystemManifest = {
  system: systemNameSchema.parse('leaks'),
  title: 'Leaks from above',
  team: 'leaks',
  accepts: ['application/json', 'text/csv'],
  says: [
    'housing.flag.asserted.v1',
    'housing.flag.withdrawn.v1',
    'housing.hazard.closed.v1',
    'housing.hazard.suspected.v1',
    'housing.hazard.works-completed.v1',
    'housing.hazard.works-started.v1',
    'housing.leak.contained.v1',
    'housing.leak.dried.v1',
    'housing.leak.electrics-isolated.v1',
    'housing.leak.electrics-reinstated.v1',
    'housing.leak.noted.v1',
    'housing.leak.reported.v1',
    'housing.leak.resolved.v1',
    'housing.leak.traced.v1',
    'housing.visit.access-attempted.v1',
    'housing.visit.carried-out.v1',
  ],
  delivery: 'inbox',
};
