import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it, vi } from 'vitest';
import { makeRelay } from '../../../../functions/records/relay/relay.ts';
import type { Publish } from '../../../../functions/shell/publisher.ts';
import type { HubEvent, LintelEvent } from '../../../../schemas/catalogue.ts';
import { raised } from '../../../integration/support/flag-events.ts';
import { eventOf, flat4 } from '../../../support/events.ts';
import { okafor, sayingsOf } from '../../../support/flag-sayings.ts';

const record = (SequenceNumber: string, events: readonly unknown[]): DynamoDBRecord =>
  ({
    dynamodb: { SequenceNumber, NewImage: marshall({ pk: 'p', sk: 's', events, expiresAt: 1 }) },
  }) as DynamoDBRecord;
const [one, two, three] = [raised('active-leak', 1), raised('active-leak', 2), raised('active-leak', 3)];
const rows = [record('101', [one]), record('102', [two]), record('103', [three])];

function relayOf(refuses: readonly HubEvent[] = []) {
  const publish = vi.fn<Publish>(events =>
    Promise.resolve(
      events
        .filter(event => refuses.some(({ id }) => id === event.id))
        .map(event => ({ event, code: 'InternalFailure' })),
    ),
  );
  return { publish, relay: makeRelay({ publish }) };
}
const published = (publish: ReturnType<typeof relayOf>['publish']): LintelEvent[] =>
  publish.mock.calls.flatMap(([events]) => [...events]);

it('publishes the events of all rows in order and is done', async () => {
  const { publish, relay } = relayOf();
  expect(await relay({ Records: [record('101', [one, two]), record('102', [three])] })).toEqual({
    batchItemFailures: [],
  });
  expect(published(publish)).toEqual([one, two, three]);
  expect(publish).toHaveBeenCalledTimes(1);
});

it('publishes what an officer said through the hub, before what follows from it', async () => {
  const said = sayingsOf('asbestos', 'home').reviews(okafor, '2025-06-02T07:40:00Z', '2026-01-01');
  const { publish, relay } = relayOf();
  expect(await relay({ Records: [record('101', [said, one])] })).toEqual({ batchItemFailures: [] });
  expect(published(publish)).toEqual([said, one]);
});

it('reads past a field that it does not know: a newer version of the hub may have written the row', async () => {
  const { publish, relay } = relayOf();
  const newer = { ...one, data: { ...one.data, addedLater: true } };
  expect(await relay({ Records: [record('101', [newer])] })).toEqual({ batchItemFailures: [] });
  expect(published(publish)).toEqual([one]);
});

it('asks for the stream again from the first row that the bus did not take whole', async () => {
  const { relay } = relayOf([two, three]);
  expect(await relay({ Records: rows })).toEqual({ batchItemFailures: [{ itemIdentifier: '102' }] });
});

it.each([
  ['no events', record('102', [])],
  [
    'what only a source system says',
    record('102', [
      eventOf({
        type: 'housing.tenancy.ended.v1',
        at: '2025-06-02T07:40:00Z',
        home: flat4,
        data: { tenancyReference: 'T' as never },
      }),
    ]),
  ],
  ['rubbish', record('102', ['rubbish'])],
  ['no image', { dynamodb: { SequenceNumber: '102' } } as DynamoDBRecord],
])('handles a row with %s', async (what, row) => {
  const { publish, relay } = relayOf();
  const answer = await relay({ Records: [record('101', [one]), row, record('103', [three])] });
  const passes = what === 'no events';
  expect(answer).toEqual({ batchItemFailures: passes ? [] : [{ itemIdentifier: '102' }] });
  expect(published(publish)).toEqual(passes ? [one, three] : [one]);
});

it('reports the earlier of a refused row and an unreadable one', async () => {
  const { relay } = relayOf([one]);
  expect(await relay({ Records: [record('101', [one]), record('102', ['rubbish'])] })).toEqual({
    batchItemFailures: [{ itemIdentifier: '101' }],
  });
});
