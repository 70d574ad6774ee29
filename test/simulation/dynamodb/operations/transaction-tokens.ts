import { failure } from '../errors.ts';
import type { Database } from './database.ts';
import type { TransactWriteRequest } from './requests.ts';
import { transactWriteItems } from './transact-write.ts';

const rememberedFor = 10 * 60 * 1000;

interface Done {
  readonly asked: TransactWriteRequest['TransactItems'];
  readonly at: number;
}

/** TransactWriteItems: what was done under a token is not done again for ten minutes, and its answer is the same. */
export function makeTransactions(database: Database): (request: TransactWriteRequest) => object {
  const done = new Map<string, Done>();
  return request => {
    const { ClientRequestToken: token } = request;
    if (token === undefined) return transactWriteItems(database, request);
    const at = database.now();
    const asked = request.TransactItems;
    for (const [old, { at: then }] of done) {
      if (at - then < rememberedFor) break;
      done.delete(old);
    }
    const before = done.get(token);
    if (before && JSON.stringify(before.asked) !== JSON.stringify(asked))
      throw failure(
        'IdempotentParameterMismatchException',
        'The ClientRequestToken was used before with other parameters',
      );
    if (before) return {};
    const answer = transactWriteItems(database, request);
    done.set(token, { asked, at });
    return answer;
  };
}
