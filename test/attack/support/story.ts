import type { Hub } from './hub.ts';

/** Larch House in short: two systems, three homes, and something of everything that the hub has to get right. */
const repair = { sitePropertyUnit: [{ reference: [{ id: '00047104' }] }] };
const update = { ...repair, messageType: 'JobStatusUpdate', relatedWorkOrderReference: { id: 'R-88120' } };
const leak = { Block: 'Larch Ho', Flat: 4, 'Leak ref': 'LFA-1' };

const reported = { ...leak, Date: '19/06/2025 21:30', Status: 'Leak reported' };
const noSuchFlat = { ...reported, Flat: 99 };
const noSuchStep = { ...reported, Status: 'flooded' };
const resolved = { ...leak, Date: '23/06/2025 10:00', Status: 'Resolved' };

const raised = {
  ...repair,
  messageType: 'RaiseRepair',
  messageId: 'RR-1',
  reference: [{ id: 'R-88120' }],
  dateRaised: '2025-06-20T09:05:00',
  descriptionOfWork: 'Water through the kitchen ceiling',
  priority: { priorityCode: '1' },
  workClass: { workClassCode: '10' },
};
const noAccess = { ...update, messageId: 'JSU-1', eventTime: '2025-06-20T15:00:00Z', typeCode: '70' };
const noSuchCode = { ...noAccess, messageId: 'JSU-2', typeCode: '999' };
const amendedNoAccess = { ...noAccess, comments: 'Knocked twice' };
const attended = {
  ...update,
  messageId: 'JSU-3',
  eventTime: '2025-06-24T09:00:00Z',
  typeCode: '0',
  otherType: 'attended',
};

const notOfTheLanguage = { source: 'urn:lintel:system:leaks', type: 'housing.leak.dreamt-of.v1' };

/** One thing after the other, each settled before the next: leaks, missed visits, refusals, an amendment, and the end of it. */
const acts: readonly ((hub: Hub) => unknown)[] = [
  hub => hub.post('leaks', JSON.stringify([reported, noSuchFlat, noSuchStep])),
  hub => hub.send('repairs', JSON.stringify([raised, noAccess, noSuchCode])),
  hub => {
    hub.recordQueue.send(JSON.stringify({ detail: notOfTheLanguage }));
    hub.send('repairs', JSON.stringify([amendedNoAccess, attended]));
    return hub.post('leaks', JSON.stringify([resolved, reported]));
  },
];

/** Plays the story from beginning to end. */
export async function play(hub: Hub): Promise<void> {
  for (const act of acts) {
    await act(hub);
    await hub.settle();
  }
}
