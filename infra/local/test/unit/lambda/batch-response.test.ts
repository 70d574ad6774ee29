import { expect, it } from 'vitest';
import type { Json } from '../../../json.ts';
import { failedItems } from '../../../lambda/batch-response.ts';

const failure = (...identifiers: Json[]): Json => ({
  batchItemFailures: identifiers.map(itemIdentifier => ({ itemIdentifier })),
});

const all = [0, 1, 2];
const rows: readonly (readonly [string, Json | undefined, readonly number[]])[] = [
  ['no answer', undefined, []],
  ['null', null, []],
  ['an answer about something else', { statusCode: 200 }, []],
  ['no failures', failure(), []],
  ['null failures', { batchItemFailures: null }, []],
  ['one failure', failure('b'), [1]],
  ['two failures', failure('c', 'a'), [2, 0]],
  ['an empty identifier', failure(''), all],
  ['a null identifier', failure(null), all],
  ['an unknown identifier', failure('a', 'z'), all],
  ['a wrong key', { batchItemFailures: [{ messageId: 'a' }] }, all],
  ['no list', { batchItemFailures: 'a' }, all],
];

it.each(rows)('reads %s', (_, answer, failed) => {
  expect([...failedItems(answer, ['a', 'b', 'c'])]).toEqual(failed);
});
