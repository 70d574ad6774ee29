import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { cancellationOf } from '../../../../functions/shell/tables/cancellation.ts';
import type { LocalReference } from '../../../../schemas/reference.ts';
import { eventOf, flat4 } from '../../../support/events.ts';

const event = (reference: string) =>
  eventOf({
    type: 'housing.leak.contained.v1',
    at: '2025-06-02T07:40:00Z',
    home: flat4,
    vendorEventId: reference,
    data: { leakReference: reference as LocalReference },
  });
const events = [event('L-1'), event('L-2')];
const [first, second] = events;

function cancelled(...reasons: { Code: string; Item?: { fingerprint: { S: string } } }[]) {
  return new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: reasons,
  });
}
const none = { Code: 'None' };
const failed = { Code: 'ConditionalCheckFailed' };
const there = (S: string) => ({ ...failed, Item: { fingerprint: { S } } });

describe('a cancelled commit', () => {
  it('names the events that are there already, whatever else stood in the way', () => {
    expect(cancellationOf(cancelled(none, there('f-2'), failed, none), events)).toEqual({
      reason: 'known',
      fingerprints: new Map([[second?.id, 'f-2']]),
    });
    expect(cancellationOf(cancelled(there('f-1'), there('f-2'), none), events)).toMatchObject({
      fingerprints: new Map([
        [first?.id, 'f-1'],
        [second?.id, 'f-2'],
      ]),
    });
  });

  it.each([
    ['another writer was faster', failed],
    ['another writer is at it', { Code: 'TransactionConflict' }],
    ['the table is asked too much', { Code: 'ThrottlingError' }],
    ['the partition is asked too much', { Code: 'ProvisionedThroughputExceeded' }],
  ])('is a conflict when %s', (_why, reason) => {
    expect(cancellationOf(cancelled(none, none, reason), events)).toEqual({ reason: 'conflict' });
  });

  it('is an error when it will not pass', () => {
    const tooLarge = cancelled(none, none, { Code: 'ItemCollectionSizeLimitExceeded' });
    expect(() => cancellationOf(tooLarge, events)).toThrow(tooLarge);
    expect(() => cancellationOf(cancelled(failed, none, none), events)).toThrow();
    const other = new Error('no route');
    expect(() => cancellationOf(other, events)).toThrow(other);
  });
});
