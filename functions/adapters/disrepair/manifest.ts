import { systemNameSchema } from '../../../schemas/reference.ts';
import type { SystemManifest } from '../contract.ts';

/** The disrepair team's case management: a Dataverse webhook's messages in, warnings fetched from its inbox. */
export const manifest: SystemManifest = {
  system: systemNameSchema.parse('disrepair'),
  title: 'Disrepair claims',
  team: 'disrepair',
  accepts: ['application/json'],
  says: [
    'housing.disrepair.claim-closed.v1',
    'housing.disrepair.claim-issued.v1',
    'housing.disrepair.claim-received.v1',
    'housing.disrepair.claim-responded.v1',
    'housing.flag.asserted.v1',
    'housing.flag.withdrawn.v1',
  ],
  delivery: 'inbox',
};
