import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it, vi } from 'vitest';
import { makeRelay, type RelayDeps } from '../../../../functions/records/relay/relay.ts';
import type { Publish } from '../../../../functions/shell/publisher.ts';
import type { HubEvent, LintelEvent } from '../../../../schemas/catalogue.ts';
import { raised } from '../../../integration/support/flag-events.ts';
import { eventOf, flat4 } from '../../../support/events.ts';
import { okafor, sayingsOf } from '../../../support/flag-sayings.ts';

const key = { pk: 'PROPERTY#200000471104', sk: 'OUTBOX#000000000003' };
const record = (SequenceNumber: string, events: readonly unknown[]): DynamoDBRecord =>
  ({
    eventName: 'INSERT',
    dynamodb: {
      ...{ SequenceNumber, Keys: marshall(key) },
      NewImage: marshall({ ...key, entry: { events }, announces: events.length }),
    },
  }) as DynamoDBRecord;
const [one, two, three] = [raised('active-leak', 1), raised('active-leak', 2), raised('active-leak', 3)];
const rows = [record('101', [one]), record('102', [two]), record('103', [three])];

/** A relay whose bus refuses some events, each for a reason. */
function relayOf(refusals: ReadonlyMap<HubEvent, string> = new Map()) {
  const codes = new Map([...refusals].map(([{ id }, code]) => [id, code]));
  const published: LintelEvent[] = [];
  const deadLetters: [sequenceNumber: string | undefined, reason: string][] = [];
  const publish: Publish = events => {
    published.push(...events);
    return Promise.resolve(
      events.flatMap(event => {
        const code = codes.get(event.id);
        return code === undefined ? [] : [{ event, code }];
      }),
    );
  };
  const deadLetter = vi.fn<RelayDeps['deadLetter']>(({ dynamodb }, reason) => {
    deadLetters.push([dynamodb?.SequenceNumber, reason]);
    return Promise.resolve();
  });
  return { published, deadLetters, deadLetter, relay: makeRelay({ publish, deadLetter }) };
}
const done = { batchItemFailures: [] };
const againFrom = (itemIdentifier: string) => ({ batchItemFailures: [{ itemIdentifier }] });

it('publishes the events of all rows in order and is done', async () => {
  const { published, deadLetters, relay } = relayOf();
  expect(await relay({ Records: [record('101', [one, two]), record('102', [three])] })).toEqual(done);
  expect(published).toEqual([one, two, three]);
  expect(deadLetters).toEqual([]);
});

it('publishes what an officer said through the hub, before what follows from it', async () => {
  const said = sayingsOf('asbestos', 'home').reviews(okafor, '2025-06-02T07:40:00Z', '2026-01-01');
  const { published, relay } = relayOf();
  expect(await relay({ Records: [record('101', [said, one])] })).toEqual(done);
  expect(published).toEqual([said, one]);
});

it('reads past a field that it does not know: a newer version of the hub may have written the row', async () => {
  const { published, relay } = relayOf();
  const newer = { ...one, data: { ...one.data, addedLater: true } };
  expect(await relay({ Records: [record('101', [newer])] })).toEqual(done);
  expect(published).toEqual([one]);
});

it('asks for the stream again from the first row that the bus did not take whole', async () => {
  const { relay } = relayOf(new Map([three, two].map(event => [event, 'InternalFailure'])));
  expect(await relay({ Records: rows })).toEqual(againFrom('102'));
});

const ended = eventOf({
  type: 'housing.tenancy.ended.v1',
  at: '2025-06-02T07:40:00Z',
  home: flat4,
  data: { tenancyReference: 'T' as never },
});
it.each([
  ['that says what only a source system says', record('102', [ended]), 'it cannot be read at entry/events/0'],
  ['of rubbish', record('102', ['rubbish']), 'it cannot be read at entry/events/0'],
])('dead-letters a row %s alone, and publishes those behind it', async (_, row, reason) => {
  const { published, deadLetters, relay } = relayOf();
  expect(await relay({ Records: [record('101', [one]), row, record('103', [three])] })).toEqual(done);
  expect(published).toEqual([one, three]);
  expect(deadLetters).toEqual([['102', reason]]);
});

it('dead-letters a row that the bus will never take, with the reason, and goes on', async () => {
  const { deadLetters, relay } = relayOf(new Map([[two, 'MalformedDetail']]));
  expect(await relay({ Records: rows })).toEqual(done);
  expect(deadLetters).toEqual([['102', 'MalformedDetail']]);
});

it('dead-letters nothing behind a row that has to be published again: it comes again with it', async () => {
  const refusals = new Map([
    [two, 'ThrottlingException'],
    [three, 'MalformedDetail'],
  ]);
  const { deadLetters, relay } = relayOf(refusals);
  const unreadable = record('100', ['rubbish']);
  expect(await relay({ Records: [unreadable, ...rows] })).toEqual(againFrom('102'));
  expect(deadLetters).toEqual([['100', 'it cannot be read at entry/events/0']]);
});

it('fails as a whole while the dead-letter queue takes nothing, so that the stream brings the row again', async () => {
  const { deadLetter, relay } = relayOf();
  deadLetter.mockRejectedValue(new Error('SQS is away'));
  await expect(relay({ Records: [record('101', ['rubbish'])] })).rejects.toThrow('SQS is away');
});
