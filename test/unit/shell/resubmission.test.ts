import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeResubmit } from '../../../functions/shell/resubmission.ts';
import { readTicket } from '../../../functions/shell/ticket.ts';
import { ticketMessage } from '../../support/ticket-message.ts';

const bridge = mockClient(EventBridgeClient);
const client = new EventBridgeClient({ region: 'eu-west-2' });
const resubmit = makeResubmit({ client, busName: 'tickets', systems: ['leaks'] });
const ticket = { system: 'leaks', quarantineId: '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11', attempt: 2 };

beforeEach(() => bridge.reset());

describe('an item that comes in from quarantine once more', () => {
  test('is named by a ticket on the bus of tickets, which is read as it was sent', async () => {
    bridge.on(PutEventsCommand).resolves({ Entries: [{ EventId: 'one' }] });
    await resubmit(ticket);
    const [entry] = bridge.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries ?? [];
    expect(entry).toMatchObject({ EventBusName: 'tickets', Source: 'urn:lintel:hub' });
    const { Source: source, DetailType, Detail = '' } = entry ?? {};
    const arrived = { version: '0', source, 'detail-type': DetailType, detail: JSON.parse(Detail) };
    expect(readTicket(JSON.stringify(arrived))).toEqual(ticket);
  });

  test('is sent again when the bus did not take its ticket', async () => {
    bridge
      .on(PutEventsCommand)
      .resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] });
    await expect(resubmit(ticket)).rejects.toMatchObject({ retryable: true });
  });

  test('of a system that nobody listens for has no ticket, which would vanish', async () => {
    await expect(resubmit({ ...ticket, system: 'lettings' })).rejects.toMatchObject({ retryable: false });
    expect(bridge.commandCalls(PutEventsCommand)).toEqual([]);
  });
});

test.each([
  ['of somebody else', ticketMessage(ticket).replace('urn:lintel:hub', 'urn:lintel:system:leaks')],
  ['with more than a ticket says', ticketMessage({ ...ticket, answers: [] })],
  ['without an item', ticketMessage({ system: 'leaks', attempt: 1 })],
  ['that is no JSON', `${ticketMessage(ticket)},`],
  ['that is the ticket alone', JSON.stringify(ticket)],
])('a message %s is no ticket', (_what, body) => {
  expect(readTicket(body)).toBeUndefined();
});
