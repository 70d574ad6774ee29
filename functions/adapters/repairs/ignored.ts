/** Fields of HACT's messages that are known and not used. */
export const ignored: readonly string[] = [
  // How the contractor plans and bills the work.
  'estimatedLaborHours',
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
