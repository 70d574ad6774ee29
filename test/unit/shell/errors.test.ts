import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { HubError, isRefusedForGood, isRetryable } from '../../../functions/shell/errors.ts';

const named = (name: string) => Object.assign(new Error('a payload'), { name });
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map(Code => ({ Code })),
  });

it.each([
  ['a key that is too long', named('ValidationException'), true],
  ['an item too large in a transaction', cancelled('None', 'ValidationError'), true],
  ['a collection that is full', named('ItemCollectionSizeLimitExceededException'), true],
  ['another writer', cancelled('ConditionalCheckFailed'), false],
  ['too much asked at once', named('ProvisionedThroughputExceededException'), false],
  ['what nobody foresaw', new TypeError('x'), false],
  ['no error at all', 'ValidationException', false],
])('tells what is refused for good from what passes: %s', (_what, error, isForGood) => {
  expect(isRefusedForGood(error)).toBe(isForGood);
  expect(isRetryable(error)).toBe(!isForGood);
});

it('believes the hub’s own errors', () => {
  expect(isRetryable(new HubError('x', { retryable: false }))).toBe(false);
  expect(isRefusedForGood(new HubError('x', { retryable: false }))).toBe(false);
});
