import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isUnpublishable, makePublisher } from '../../../functions/shell/publisher.ts';
import { maximumDetailBytes } from '../../../schemas/envelope.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import { eventOf, flat4 } from '../../support/events.ts';

const bus = mockClient(EventBridgeClient);
afterAll(() => bus.restore());
const pause = vi.fn(() => Promise.resolve());
const client = new EventBridgeClient({ region: 'eu-west-2' });
const publish = makePublisher({ client, busName: 'hub', pause });
const taken = { EventId: 'e' };
const refused = { ErrorCode: 'ThrottlingException' };

function leak(reference: string, note = 'wet') {
  return eventOf({
    type: 'housing.leak.reported.v1',
    at: '2025-06-02T07:40:00Z',
    home: flat4,
    vendorEventId: reference,
    data: { leakReference: reference as LocalReference, note: { text: note, classification: 'personal' } },
  });
}
/** An event of about 60 KB. */
function visit(reference: string) {
  const photograph = {
    uri: `https://files.example/${'€'.repeat(970)}`,
    mediaType: 'image/jpeg',
    sha256: 'a'.repeat(64),
    bytes: 1,
  };
  return eventOf({
    type: 'housing.visit.carried-out.v1',
    at: '2025-06-02T07:40:00Z',
    home: flat4,
    vendorEventId: reference,
    data: {
      purpose: 'inspection',
      finding: { text: '€'.repeat(4_000), classification: 'personal' },
      evidence: Array.from({ length: 15 }, () => photograph),
    },
  });
}
const sentIds = () =>
  bus
    .commandCalls(PutEventsCommand)
    .map(call => call.args[0].input.Entries?.map(({ Detail = '' }) => JSON.parse(Detail).id));

beforeEach(() => {
  bus.reset();
  pause.mockClear();
});

describe('the publisher', () => {
  it('puts ten entries a call, in order, each with its envelope as detail', async () => {
    const events = Array.from({ length: 23 }, (_, index) => leak(`L-${index}`));
    bus.on(PutEventsCommand).callsFake(({ Entries }) => ({ Entries: Entries.map(() => taken) }));
    expect(await publish(events)).toEqual([]);
    expect(sentIds().map(ids => ids?.length)).toEqual([10, 10, 3]);
    expect(sentIds().flat()).toEqual(events.map(({ id }) => id));
    expect(bus.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries?.[0]).toEqual({
      EventBusName: 'hub',
      Source: 'urn:lintel:system:leaks',
      DetailType: 'housing.leak.reported.v1',
      Detail: JSON.stringify(events[0]),
      Resources: ['urn:lintel:priority:single'],
    });
    expect(pause).not.toHaveBeenCalled();
  });

  it('marks what is bulk, and says nothing of it in the event', async () => {
    bus.on(PutEventsCommand).resolves({ Entries: [taken] });
    const event = leak('L-1');
    expect(await publish([event], 'bulk')).toEqual([]);
    expect(bus.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries).toEqual([
      expect.objectContaining({
        Detail: JSON.stringify(event),
        Resources: ['urn:lintel:priority:bulk'],
      }),
    ]);
  });

  it('puts ten events of the greatest size in one call: they are less than its 1 MB', async () => {
    const events = Array.from({ length: 10 }, (_, index) => visit(`V-${index}`));
    bus.on(PutEventsCommand).callsFake(({ Entries }) => ({ Entries: Entries.map(() => taken) }));
    expect(await publish(events)).toEqual([]);
    expect(sentIds()).toEqual([events.map(({ id }) => id)]);
    expect(10 * (maximumDetailBytes + 2 * 256)).toBeLessThan(1024 * 1024);
  });

  it('sends again only the entries that failed', async () => {
    const events = [leak('L-1'), leak('L-2'), leak('L-3')];
    bus
      .on(PutEventsCommand)
      .resolvesOnce({ FailedEntryCount: 1, Entries: [taken, refused, taken] })
      .resolvesOnce({ Entries: [taken] });
    expect(await publish(events)).toEqual([]);
    expect(sentIds()).toEqual([events.map(({ id }) => id), [events[1]?.id]]);
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('answers with what the bus never took, and why', async () => {
    const events = [leak('L-1'), leak('L-2')];
    bus.on(PutEventsCommand).callsFake(({ Entries }) => ({
      Entries: Entries.map(({ Detail }: { Detail: string }) =>
        JSON.parse(Detail).id === events[1]?.id ? refused : taken,
      ),
    }));
    expect(await publish(events)).toEqual([{ event: events[1], code: 'ThrottlingException' }]);
    expect(sentIds().slice(1)).toEqual([[events[1]?.id], [events[1]?.id], [events[1]?.id]]);
  });

  it('takes a call that failed for entries that failed', async () => {
    bus
      .on(PutEventsCommand)
      .rejectsOnce(Object.assign(new Error('no route'), { name: 'TimeoutError' }))
      .resolves({ Entries: [taken] });
    expect(await publish([leak('L-1')])).toEqual([]);
    bus.on(PutEventsCommand).rejects(Object.assign(new Error('no route'), { name: 'TimeoutError' }));
    expect(await publish([leak('L-1')])).toMatchObject([{ code: 'TimeoutError' }]);
  });

  it('sends one by one what the bus refused as a whole for good: one entry takes no other along', async () => {
    const events = [leak('L-1'), leak('L-2'), leak('L-3')];
    const invalid = Object.assign(new Error('an entry is not valid'), { name: 'ValidationException' });
    bus.on(PutEventsCommand).callsFake(({ Entries }) => {
      const isAmong = Entries.some(
        ({ Detail }: { Detail: string }) => JSON.parse(Detail).id === events[1]?.id,
      );
      if (isAmong) throw invalid;
      return { Entries: Entries.map(() => taken) };
    });
    const unpublished = await publish(events);
    expect(unpublished).toEqual([{ event: events[1], code: 'ValidationException' }]);
    expect(unpublished.every(isUnpublishable)).toBe(true);
    expect(sentIds().slice(0, 4)).toEqual(
      [events, ...events.map(one => [one])].map(call => call.map(({ id }) => id)),
    );
  });

  it('does not send what is above the limit, and sends the rest', async () => {
    const large = leak('L-1');
    Object.assign(large.data, { padding: 'x'.repeat(64 * 1024) });
    const small = leak('L-2');
    bus.on(PutEventsCommand).resolves({ Entries: [taken] });
    expect(await publish([large, small])).toEqual([{ event: large, code: 'DetailTooLarge' }]);
    expect(sentIds()).toEqual([[small.id]]);
  });

  it('does not send what has a field that its schema lacks: its readers would never hear it', async () => {
    bus.on(PutEventsCommand).callsFake(({ Entries }) => ({ Entries: Entries.map(() => taken) }));
    const [known, event] = [leak('L-1'), leak('L-2')];
    const extended: typeof event = {
      ...event,
      data: Object.assign({ meterReading: '00417' }, event.data),
    } as never;
    expect(await publish([extended, known])).toEqual([{ event: extended, code: 'NotInTheSchema' }]);
    expect(sentIds()).toEqual([[known.id]]);
  });

  it('tries once, and gives a call up when its time is over, where nobody is to wait', async () => {
    const timeLimit = vi.fn(() => AbortSignal.abort());
    const once = makePublisher({ client, busName: 'hub', pause, rounds: 1, timeLimit });
    bus.on(PutEventsCommand).resolves({ Entries: [refused] });
    expect(await once([leak('L-1')])).toMatchObject([{ code: 'ThrottlingException' }]);
    const given: unknown[][] = bus.commandCalls(PutEventsCommand).map(({ args }) => args);
    expect(given).toEqual([[expect.anything(), { abortSignal: expect.any(AbortSignal) }]]);
    expect(pause).not.toHaveBeenCalled();
  });

  it('makes no call for nothing', async () => {
    expect(await publish([])).toEqual([]);
    expect(bus.commandCalls(PutEventsCommand)).toEqual([]);
  });
});
