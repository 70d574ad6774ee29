import type { DynamoDbCall } from '@infra/local/dynamodb';
import { makeRandom } from '../../bench/support/random.ts';
import { type Both, makeBoth } from './both.ts';
import { generated } from './generate.ts';
import requests from './hub-requests.json' with { type: 'json' };
import { makePools } from './pools.ts';
import type { Asked, Sent } from './request.ts';
import { declarations, type TableKind } from './tables.ts';

const mostShown = 3;

/** Asks both tables of one kind so many things, from a seed. Gives what they answered differently. */
export async function differencesOf(
  at: { endpoint: string; call: DynamoDbCall },
  { kind, seed, operations }: { kind: TableKind; seed: number; operations: number },
): Promise<string[]> {
  const declared = declarations[kind];
  const both = await makeBoth(at.endpoint, at.call, declared);
  const asked = requests[kind] as readonly Asked[];
  const pools = makePools(asked, declared);
  const random = makeRandom(seed);
  const found: string[] = [];
  let next: Sent | undefined;
  for (let done = 0; done < operations && found.length < mostShown; done += 1) {
    const sent: Sent = next ?? generated(asked, pools, random);
    const { answer, difference } = await both.ask(sent);
    if (difference !== undefined) found.push(`${kind}, seed ${seed}, operation ${done}: ${difference}`);
    next =
      next === undefined && random.below(3) === 0 && isRepeatable(sent)
        ? sent
        : followingPage(sent, answer.body);
  }
  const whole = await contentsDiffer(both);
  return whole === undefined ? found : [...found, whole];
}

/** A transaction whose answer was lost is sent again under its token. */
function isRepeatable({ operation, bodyFor }: Sent): boolean {
  return operation === 'TransactWriteItems' && 'ClientRequestToken' in bodyFor('');
}

/** Everything in the two tables. */
async function contentsDiffer(both: Both): Promise<string | undefined> {
  return (await both.ask({ operation: 'Scan', bodyFor: TableName => ({ TableName }) })).difference;
}

/** The same query from where its page ended. */
function followingPage({ operation, bodyFor }: Sent, body: unknown): Sent | undefined {
  const { LastEvaluatedKey } = body as { LastEvaluatedKey?: object };
  if (operation !== 'Query' || LastEvaluatedKey === undefined) return undefined;
  return { operation, bodyFor: table => ({ ...bodyFor(table), ExclusiveStartKey: LastEvaluatedKey }) };
}
