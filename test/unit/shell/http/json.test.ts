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

it.each([
  [String.raw`{"text": "wet \ud83d"}`, { text: 'wet ' }],
  [String.raw`{"id": "LFA 91\ud83d"}`, { id: 'LFA 91\ufffd' }],
  [`{"text": "${'x'.repeat(101)}\\ud83d"}`, { text: 'x'.repeat(101) }],
  [String.raw`{"text": "wet \ud83d\ude00"}`, { text: 'wet 😀' }],
  [
    String.raw`{"a\uDE00": [{"b": ["\uDE00x"]}], "n": 1, "none": null}`,
    { 'a\ufffd': [{ b: ['\ufffdx'] }], n: 1, none: null },
  ],
  ['\ufeff{"a": 1}', { a: 1 }],
])(
  'reads half a character after a blank or at the end of a long text as none, elsewhere as one that cannot be shown, and no byte-order mark: %s',
  (text, value) => {
    expect(readJson(text)).toEqual({ ok: true, value });
  },
);
