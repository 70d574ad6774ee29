import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
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
