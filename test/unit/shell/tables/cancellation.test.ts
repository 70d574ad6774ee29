import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { cancellationOf } from '../../../../functions/shell/tables/cancellation.ts';

function cancelled(...reasons: { Code: string; Item?: Record<string, { S: string }> }[]) {
  return new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: reasons,
  });
}
const none = { Code: 'None' };
const failed = { Code: 'ConditionalCheckFailed' };

describe('a cancelled commit', () => {
  it('says what was asked for before under the same id, whatever else stood in the way', () => {
    const before = { ...failed, Item: { fingerprint: { S: 'f' }, asked: { S: 'what was asked' } } };
    expect(cancellationOf(cancelled(before, failed, none))).toEqual({
      reason: 'asked',
      content: 'what was asked',
    });
  });

  it('says that nobody asked where a system said something under that id', () => {
    const said = { ...failed, Item: { fingerprint: { S: 'f' } } };
    expect(cancellationOf(cancelled(said, none))).toEqual({ reason: 'asked', content: undefined });
  });

  it.each([
    ['another writer was faster', failed],
    ['another writer is at it', { Code: 'TransactionConflict' }],
    ['the table is asked too much', { Code: 'ThrottlingError' }],
    ['the partition is asked too much', { Code: 'ProvisionedThroughputExceeded' }],
  ])('is a conflict when %s', (_why, reason) => {
    expect(cancellationOf(cancelled(none, none, reason))).toEqual({ reason: 'conflict' });
  });

  it('is an error when it will not pass', () => {
    const tooLarge = cancelled(none, failed, { Code: 'ItemCollectionSizeLimitExceeded' });
    expect(() => cancellationOf(tooLarge)).toThrow(tooLarge);
    const withoutReason = cancelled(none, none);
    expect(() => cancellationOf(withoutReason)).toThrow(withoutReason);
    const other = new Error('no route');
    expect(() => cancellationOf(other)).toThrow(other);
  });
});
