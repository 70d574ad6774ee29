import { expect, it } from 'vitest';
import { httpAnswer } from '../../../http-api/answer.ts';

const rows: readonly (readonly [string, unknown, ReturnType<typeof httpAnswer>])[] = [
  [
    'an object without a status',
    { id: 1 },
    { status: 200, headers: { 'content-type': 'application/json' }, body: '{"id":1}' },
  ],
  ['text', 'hello', { status: 200, headers: { 'content-type': 'application/json' }, body: 'hello' }],
  ['nothing', null, { status: 200, headers: { 'content-type': 'application/json' }, body: 'null' }],
  [
    'a status alone',
    { statusCode: 204 },
    { status: 204, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: '' },
  ],
  [
    'headers and cookies',
    {
      statusCode: '201',
      headers: { 'Content-Type': 'text/csv', 'X-Count': 2 },
      cookies: ['a=1', 'b=2'],
      body: 'x',
    },
    {
      status: 201,
      headers: { 'content-type': 'text/csv', 'x-count': '2', 'set-cookie': ['a=1', 'b=2'] },
      body: 'x',
    },
  ],
  [
    'bytes',
    { statusCode: 200, body: 'AQL/', isBase64Encoded: true },
    { status: 200, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: Buffer.from([1, 2, 255]) },
  ],
  [
    'a malformed status',
    { statusCode: 'soon' },
    {
      status: 500,
      headers: { 'content-type': 'application/json' },
      body: '{"message":"Internal Server Error"}',
    },
  ],
  [
    'a body that is no text',
    { statusCode: 200, body: { a: 1 } },
    {
      status: 500,
      headers: { 'content-type': 'application/json' },
      body: '{"message":"Internal Server Error"}',
    },
  ],
];

it.each(rows)('makes an answer of %s', (_, result, answer) => {
  expect(httpAnswer(result)).toEqual(answer);
});
