import { systemNameSchema } from '../../../schemas/reference.ts';
import type { SystemManifest } from '../contract.ts';

/** The leaks-from-above team's sheet: sent as CSV or as rows of JSON, and flags fetched from its inbox. */
export const manifest: SystemManifest = {
  system: systemNameSchema.parse('leaks'),
  title: 'Leaks from above',
  team: 'leaks',
  accepts: ['application/json', 'text/csv'],
  delivery: 'inbox',
};
