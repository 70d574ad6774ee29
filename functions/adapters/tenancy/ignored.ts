const ofTenures = [
  'id',
  'isActive',
  'paymentReference',
  'householdMembers[].type',
  'householdMembers[].personTenureType',
  'notices[].expiryDate',
  'tenuredAsset.type',
  'tenuredAsset.fullAddress',
];
const ofPersons = ['title', 'tenures', 'personTypes', 'versionNumber'];
const ofNotes = ['targetType', 'author.fullName', 'highlight'];
/** The alert's list says what it means; the person is known by the key. */
const ofAlerts = ['cautionOnSystem', 'personName', 'description'];
/** Who of the office works on it, and how it came to its state. */
const ofProcesses = [
  'patchAssignment',
  'previousStates',
  'relatedEntities[].subType',
  'relatedEntities[].description',
  'currentState.permittedTriggers',
  'currentState.assignment',
  'currentState.processData.documents',
  'currentState.createdAt',
  'currentState.updatedAt',
];
const ofSubjects = [...ofTenures, ...ofPersons, ...ofNotes, ...ofAlerts, ...ofProcesses];

/** Fields of the council's housing APIs that are known and not used. */
export const ignored: readonly string[] = [
  'sourceDomain',
  'user.name',
  ...ofSubjects.map(field => `eventData.newData.${field}`),
  ...ofSubjects.map(field => `eventData.oldData.${field}`),
];
