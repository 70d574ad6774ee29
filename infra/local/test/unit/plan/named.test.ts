import { expect, it } from 'vitest';
import { findNamed } from '../../../plan/named.ts';

const queues = [
  { logicalId: 'RecordQueueA1B2C3D4', name: 'record' },
  { logicalId: 'InboxQueue00112233', name: 'InboxQueue00112233' },
  { logicalId: 'InboxQueueAABBCCDD', name: 'InboxQueueAABBCCDD' },
];

it.each(['record', 'RecordQueueA1B2C3D4', 'RecordQueue'])('finds a resource by %s', key => {
  expect(findNamed(queues, key, 'queue').name).toBe('record');
});

it('refuses what is unknown or ambiguous, and lists what there is', () => {
  expect(() => findNamed(queues, 'Outbox', 'queue')).toThrow(
    /no queue is called Outbox; there is record, Inbox/,
  );
  expect(() => findNamed(queues, 'InboxQueue', 'queue')).toThrow(/more than one queue is called InboxQueue/);
});
