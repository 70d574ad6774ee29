import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { droppedFields } from '../../functions/core/envelope/dropped-fields.ts';
import { endpoints } from '../../functions/endpoints.ts';
import { examples } from '../../functions/examples.ts';
import { openApiDocument } from '../../functions/openapi-document.ts';

const committed = JSON.parse(readFileSync(new URL('../../functions/openapi.json', import.meta.url), 'utf8'));

it('the committed description is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(committed));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

it('is what the schemas say', () => {
  expect(committed).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

it('every operation has a summary, security and a problem+json answer', () => {
  for (const operations of Object.values(committed.paths)) {
    for (const operation of Object.values(operations as Record<string, Record<string, unknown>>)) {
      expect(operation['summary']).toEqual(expect.any(String));
      expect(operation['security']).toEqual(expect.arrayContaining([expect.any(Object)]));
      expect(JSON.stringify(operation['responses'])).toContain('application/problem+json');
    }
  }
});

const all = Object.values(endpoints)
  .flat()
  .map(endpoint => ({ name: `${endpoint.method} ${endpoint.path}`, endpoint }));

describe.each(all)('the examples of $name', ({ name, endpoint }) => {
  const shown = examples[name];

  it('has a request for each media type of its body, which it would take', () => {
    const { body } = endpoint;
    const byMediaType =
      body === undefined ? {} : 'byMediaType' in body ? body.byMediaType : { 'application/json': body };
    expect(Object.keys(shown?.request ?? {}).toSorted()).toEqual(Object.keys(byMediaType).toSorted());
    for (const [type, schema] of Object.entries(byMediaType)) expectExact(schema, shown?.request?.[type]);
  });

  it('has an answer for each status that is none of a problem, as its schema says and no more', () => {
    expect(Object.keys(shown?.answers ?? {})).toEqual(Object.keys(endpoint.answers));
    for (const [status, answer] of Object.entries(endpoint.answers)) {
      expectExact(answer.schema, shown?.answers[Number(status)]);
      for (const [type, schema] of Object.entries(answer.otherwise ?? {}))
        expectExact(schema, shown?.otherwise?.[type]);
    }
  });
});

it('nothing has examples that is no endpoint', () => {
  expect(Object.keys(examples).toSorted()).toEqual(all.map(({ name }) => name).toSorted());
});

it('every content of every answer and request has an example', () => {
  const without: string[] = [];
  JSON.stringify(committed.paths, (key, value) => {
    if (key !== 'content') return value;
    for (const [type, content] of Object.entries(value as Record<string, object>))
      if (!('example' in content)) without.push(type);
    return value;
  });
  expect(without).toEqual([]);
});

it('the document is in the order of its paths', () => {
  const paths = Object.keys(committed.paths);
  expect(paths).toEqual(paths.toSorted((a, b) => (`${a} ` < `${b} ` ? -1 : 1)));
});

function expectExact(schema: z.ZodType, example: unknown): void {
  const parsed = schema.safeParse(example);
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(droppedFields(example, parsed.data)).toEqual([]);
}
