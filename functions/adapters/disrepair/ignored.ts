import { claimColumns } from './vendor.ts';

/** What Dataverse says of its own working. */
const ofTheContext = [
  'BusinessUnitId',
  'Depth',
  'InitiatingUserId',
  'IsExecutingOffline',
  'IsInTransaction',
  'IsOfflinePlayback',
  'IsolationMode',
  'Mode',
  'OrganizationId',
  'OrganizationName',
  'OwningExtension',
  'PrimaryEntityId',
  'RequestId',
  'SecondaryEntityName',
  'Stage',
  'UserId',
];
/** The key, the time and the stage of a row: the message's own are read, and the stage said what became of the claim. */
const ofEveryRow = ['hc_disrepairclaimid', 'hc_stage', 'modifiedon'];

/** A row comes with all its columns whatever became of the claim; what the message changed is in it once more. */
export const ignored: readonly string[] = [
  ...ofTheContext,
  ...[...ofEveryRow, ...claimColumns].flatMap(column => [`claim.${column}`, `changed.${column}`]),
];
