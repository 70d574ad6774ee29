import type { Moment } from './moment.ts';

const operative = [{ identification: { number: 'OP-117' } }];

/** What is said of a job, from its raising to its completion. */
const updates = [
  {
    typeCode: 10,
    refinedAppointmentWindow: { date: '2026-02-10', timeOfDay: { earliestArrivalTime: '08:00' } },
  },
  { typeCode: 70, comments: 'Called in person, no reply. Card left.', cardLeft: true },
  { typeCode: 120, comments: 'Ceiling opened up, pipe clamped. Part ordered, a second visit is needed.' },
  { typeCode: 0, otherType: 'complete', comments: 'Pipe replaced and tested, ceiling made good.' },
] as const;

/** The next HACT message about a home: each job is raised, appointed, missed, attended and completed. */
export function jobMessageOf({ home, turn, at }: Moment) {
  const job = { id: `R-${home.uprn.slice(-5)}-${Math.floor(turn / 5)}`, allocatedBy: 'repairs' };
  const message = {
    messageId: `RM-${home.uprn.slice(-5)}-${turn}`,
    sitePropertyUnit: [{ reference: [{ id: home.repairs, allocatedBy: 'repairs' }] }],
  };
  const update = updates[(turn % 5) - 1];
  if (update !== undefined) {
    return {
      messageType: 'JobStatusUpdate',
      ...message,
      relatedWorkOrderReference: job,
      eventTime: at.toISOString(),
      operativesAssigned: operative,
      ...update,
    };
  }
  return {
    messageType: 'RaiseRepair',
    ...message,
    reference: [job],
    dateRaised: at.toISOString(),
    descriptionOfWork: 'Trace and repair leak above kitchen, make the ceiling safe.',
    priority: { priorityCode: 3, requiredCompletionDateTime: '2026-02-20T17:00:00+00:00' },
    workClass: { workClassCode: 10 },
    workElement: [{ trade: [{ code: 'PL', customName: 'Plumbing' }] }],
    assignedToPrimary: { name: 'In-house' },
  };
}
