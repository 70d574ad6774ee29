import { expect, it } from 'vitest';
import { typeOf } from '../../../functions/openapi/schema-type.ts';

it.each([
  [{ type: 'string' }, 'string'],
  [{ type: 'integer' }, 'number'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ const: 'a' }, '"a"'],
  [{ enum: ['a', 1, null] }, '"a" | 1 | null'],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'integer' }] }, 'string | number'],
  [{ allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }, '(A) & (B)'],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, '("a" | "b")[]'],
  [{}, 'unknown'],
  [{ type: 'object' }, '{ [name: string]: unknown }'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, '{ [name: string]: number }'],
  [
    { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
    '{\n"a"?: string;\n}',
  ],
  [
    { type: 'object', required: ['a'], properties: { a: { type: 'null', description: 'Not */ yet' } } },
    '{\n/** Not * / yet */\n"a": null;\n}',
  ],
])('%j is %s', (schema, type) => {
  expect(typeOf(schema)).toBe(type);
});
