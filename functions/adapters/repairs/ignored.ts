/** Fields of HACT's messages that are known and not used. */
export const ignored: readonly string[] = [
  // How the contractor plans and bills the work.
  'estimatedLaborHours',
  'priority.numberOfDays',
  'workElement[].rateScheduleItem',
  'workElement[].trade[].customCode',
  'moreSpecificSORCode',
  'instructedBy',
  'budgetCode',
  'assignedToPrimary.organization.reference',
  'operativesAssigned[].calculatedBonus',
  'jobStatusUpdates[].paymentType',
  'jobStatusUpdates[].noteGeneratedOnFrontend',
  'followOnRequest.isMultipleOperatives',
  'followOnRequest.stockItemsRequired',
  'followOnRequest.nonStockItemsRequired',
  'followOnRequest.supervisorCalled',
  // Who rang, and on which number: the resident’s own data, which no other team needs from here.
  'customer.name',
  'customer.person',
  'workOrderReference.description',
  'relatedWorkOrderReference.description',
  // What a window or a number is called: its times, or the number itself, are read.
  'refinedAppointmentWindow.timeOfDay.name',
  'jobStatusUpdates[].refinedAppointmentWindow.timeOfDay.name',
  'operativesAssigned[].identification.type',
  'operativesUsed[].identification.type',
  'jobStatusUpdates[].operativesAssigned[].identification.type',
  // The medium says how the customer was reached for.
  'customerCommunicationChannelAttempted.channel.code',
  'jobStatusUpdates[].customerCommunicationChannelAttempted.channel.code',
];
