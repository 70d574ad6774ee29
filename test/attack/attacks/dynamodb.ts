import { lostAnswer, lostCall, type Mishap, refusal } from '../support/faults.ts';
import type { Attack } from '../support/trial.ts';
import type { Call, Json } from '../support/wire.ts';
import { struckBy, type Weather } from './struck.ts';

const service = 'dynamodb';
const throttled = [
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
].map(type => refusal(400, type));
const broken = [refusal(500, 'InternalServerError')];

/** A transaction that DynamoDB gave up because of its last action: the record or what is written with it. */
function cancelled(code: string): Mishap {
  return (call, send) => {
    const reasons = call.body.TransactItems.map(() => ({ Code: 'None' }));
    const CancellationReasons = [...reasons.slice(0, -1), { Code: code }];
    return refusal(400, 'TransactionCanceledException', { CancellationReasons })(call, send);
  };
}

const conflicts = [cancelled('TransactionConflict')];
const exceeded = [cancelled('ThrottlingError'), cancelled('ProvisionedThroughputExceeded')];

/** Half of the keys, or none of them, were processed. */
const unprocessed: readonly Mishap[] = [0.5, 0].map(share => async ({ body }, send) => {
  const [[table, { Keys, ...how }]] = Object.entries<Json>(body.RequestItems) as [[string, Json]];
  const done = Math.floor(Keys.length * share);
  const answer =
    done === 0
      ? { status: 200, body: { Responses: { [table]: [] } } }
      : await send({ RequestItems: { [table]: { Keys: Keys.slice(0, done), ...how } } });
  return {
    ...answer,
    body: { ...answer.body, UnprocessedKeys: { [table]: { Keys: Keys.slice(done), ...how } } },
  };
});

const only = (operation: string, mishaps: readonly Mishap[]) => (call: Call) =>
  call.operation === operation ? mishaps : [];
const transactions = (...mishaps: Mishap[]) => only('TransactWriteItems', mishaps);
const batches = only('BatchGetItem', unprocessed);

const weathers: readonly Weather[] = [
  { fault: 'DynamoDB throttles', service, percent: 30, mishapsOf: () => throttled },
  { fault: 'DynamoDB answers InternalServerError', service, percent: 30, mishapsOf: () => broken },
  { fault: 'a transaction conflicts', service, percent: 50, mishapsOf: transactions(...conflicts) },
  {
    fault: 'a transaction is cancelled by throttling',
    service,
    percent: 50,
    mishapsOf: transactions(...exceeded),
  },
  {
    fault: 'a transaction is still in progress',
    service,
    percent: 30,
    mishapsOf: transactions(refusal(400, 'TransactionInProgressException')),
  },
  { fault: 'DynamoDB leaves keys unprocessed', service, percent: 50, mishapsOf: batches },
  { fault: 'DynamoDB does it, the answer is lost', service, percent: 30, mishapsOf: () => [lostAnswer] },
  {
    fault: 'all of this at once',
    service,
    percent: 30,
    mishapsOf: call => [
      ...throttled,
      ...broken,
      lostAnswer,
      lostCall,
      ...batches(call),
      ...transactions(...conflicts, ...exceeded)(call),
    ],
  },
];

/** The table is busy, breaks, or does its work and does not say so. */
export const dynamoDb: Attack = {
  title: 'DynamoDB throttles, conflicts, breaks and leaves out',
  run: ground => Promise.all(weathers.map(weather => struckBy(ground, weather))),
};
