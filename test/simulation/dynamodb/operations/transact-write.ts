import { conditionFailed, DynamoDbError, failure, invalid } from '../errors.ts';
import type { Item } from '../values/attribute-value.ts';
import { sizeOfItem } from '../values/size.ts';
import type { Database } from './database.ts';
import { type PreparedWrite, prepareWrite } from './prepared-write.ts';
import type { TransactWriteRequest, WriteKind } from './requests.ts';

const actionsAtMost = 100;
const bytesAtMost = 4 * 1024 * 1024;

/** TransactWriteItems without its token: all actions, or none and the reason of each. */
export function transactWriteItems(database: Database, { TransactItems }: TransactWriteRequest): object {
  if (TransactItems.length === 0 || TransactItems.length > actionsAtMost)
    throw invalid('Member must have length less than or equal to 100 and greater than or equal to 1');
  const writes = TransactItems.map(action => {
    const [[kind, request] = []] = Object.entries(action);
    if (request === undefined)
      throw invalid('Invalid Request: TransactWriteRequest should contain an action');
    return prepareWrite(database, kind as WriteKind, request);
  });
  const places = writes.map(({ table, place }) => `${table.name}\n${place.partition}\n${place.sort}`);
  if (new Set(places).size < places.length)
    throw invalid('Transaction request cannot include multiple operations on one item');
  const outcomes = writes.map(outcomeOf);
  const reasons = outcomes.map(({ reason }) => reason);
  if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
  if (outcomes.reduce((sum, { bytes }) => sum + bytes, 0) > bytesAtMost)
    throw invalid('Transaction size exceeded: the combined size of the items must not exceed 4 MB');
  for (const [index, { table, place }] of writes.entries()) table.write(place, outcomes[index]?.after);
  return {};
}

interface Reason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
}
interface Outcome {
  readonly reason: Reason;
  readonly after?: Item | undefined;
  readonly bytes: number;
}

function outcomeOf(write: PreparedWrite): Outcome {
  const before = write.table.get(write.place);
  try {
    write.check(before);
    const after = write.after(before);
    return { reason: { Code: 'None' }, after, bytes: after ? sizeOfItem(after) : 0 };
  } catch (error) {
    if (!(error instanceof DynamoDbError)) throw error;
    return { reason: reasonOf(error), bytes: 0 };
  }
}

function reasonOf({ message, details }: DynamoDbError): Reason {
  const Code = message === conditionFailed ? 'ConditionalCheckFailed' : 'ValidationError';
  return { Code, Message: message, ...details };
}

function cancelled(CancellationReasons: readonly Reason[]): DynamoDbError {
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  return failure(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons },
  );
}
