import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJson } from '../../../../functions/shell/http/json.ts';

it.each([
  ['{"a": x}', 6],
  ['{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": x, "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb": 1}', 45],
  ['{"a":1,}', 7],
  ['{', 1],
  ['[1, 2', 5],
  ['nonsense', 1],
  ['<a/>', 0],
  ['{} x', 3],
])('finds the place where %s stops being JSON', (text, position) => {
  expect(readJson(text)).toEqual({ ok: false, position });
});

it('reads whatever JSON can say', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(readJson(JSON.stringify(value))).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) });
    }),
  );
});
