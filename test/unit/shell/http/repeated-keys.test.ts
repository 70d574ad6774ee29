import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repeatedKeys } from '../../../../functions/shell/http/repeated-keys.ts';

const found = (text: string) => repeatedKeys(text).map(({ key, before, path }) => ({ key, before, path }));

it.each([
  ['{"type": "x", "type": "y"}', { key: 'type', before: 'type', path: [] }],
  ['{"Id": 1, "id": 2}', { key: 'id', before: 'Id', path: [] }],
  [String.raw`{"a": {"\u0062": 1, "b": 2}}`, { key: 'b', before: 'b', path: ['a'] }],
  ['[1, {"a": [{"k": "a,b", "x": {}, "K": 1}]}]', { key: 'K', before: 'k', path: [1, 'a', 0] }],
  ['{"__proto__": 1, "__proto__": 2}', { key: '__proto__', before: '__proto__', path: [] }],
])('finds the key that stands twice in %s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

it('finds none where keys are of different objects, or only look like keys', () => {
  expect(found('[{"a": 1}, {"a": {"a": "\\"a\\": 1, \\"a\\": 2"}, "b": ["a", "a"]}]')).toEqual([]);
});

it('cuts the entry of an array out in which it is', () => {
  const text = '[ {"a": 1}, {"b": [1, 2], "B": 2} , 3]';
  expect(repeatedKeys(text).map(({ within }) => text.slice(...within).trim())).toEqual([
    '{"b": [1, 2], "B": 2}',
  ]);
});

it('finds exactly the keys that differ in capitals alone, in whatever JSON can say', () => {
  const repeats = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    ((!Array.isArray(value) &&
      new Set(Object.keys(value).map(key => key.toLowerCase())).size < Object.keys(value).length) ||
      Object.values(value).some(repeats));
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(found(JSON.stringify(value)).length > 0).toBe(repeats(JSON.parse(JSON.stringify(value))));
    }),
  );
});
