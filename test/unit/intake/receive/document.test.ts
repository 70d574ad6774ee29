import { expect, it } from 'vitest';
import { readDocument } from '../../../../functions/intake/item/document.ts';

/** A system that wraps its items. */
const adapter = {
  itemsOf: (document: unknown) =>
    typeof document === 'object' && document !== null && 'Rows' in document
      ? (document.Rows as unknown[])
      : [document],
};

it('numbers the items of an array by their place, from 1', () => {
  expect(readDocument('[{"a":1},{"a":2}]', 'application/json', adapter)).toEqual({
    ok: true,
    items: [
      { row: 1, item: { a: 1 } },
      { row: 2, item: { a: 2 } },
    ],
  });
});

it('lets the system take its own wrapping off', () => {
  expect(readDocument('{"Rows":["a","b"]}', 'application/json', adapter)).toMatchObject({
    items: [
      { row: 1, item: 'a' },
      { row: 2, item: 'b' },
    ],
  });
  expect(readDocument('["a",{"Rows":["b","c"]}]', 'application/json', adapter)).toMatchObject({
    items: [
      { row: 1, item: 'a' },
      { row: 2, item: 'b' },
      { row: 2, item: 'c' },
    ],
  });
});

it('keeps the row of a sheet and its problem through the system’s own hands', () => {
  expect(readDocument('a,b\n1,2\n3,4,5\n', 'text/csv', adapter)).toMatchObject({
    items: [{ row: 2 }, { row: 3, problems: [{ received: '3 cells' }] }],
  });
});

it.each(['', ' \n', '[]', '{"Rows":[]}'])('has nothing to take from %j', text => {
  expect(readDocument(text, 'application/json', adapter)).toMatchObject({ ok: false });
});

it('is refused when it is nested deeper than anybody needs', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
  expect(readDocument(nested(20_000), 'application/json', adapter)).toMatchObject({
    ok: false,
    detail: expect.stringContaining('nested deeper than 50'),
  });
  expect(readDocument(nested(40), 'application/json', adapter)).toMatchObject({ ok: true });
});
