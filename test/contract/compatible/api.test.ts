import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Api, brokenApi, type Operation } from './api.ts';
import type { Schema } from './schema.ts';

const today = '2026-11-30';
const flag: Schema = {
  type: 'object',
  required: ['code', 'within'],
  properties: {
    code: { type: 'string', enum: ['leak', 'mould'] },
    note: { type: 'string' },
    within: { type: 'array', items: { $ref: '#/components/schemas/Flag' } },
  },
};
const decision: Schema = {
  type: 'object',
  required: ['day'],
  properties: { day: { type: 'string' }, why: { type: 'string' } },
};
const review: Operation = {
  parameters: [
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } },
    { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
  ],
  requestBody: { content: { 'application/json': { schema: decision } } },
  responses: {
    '200': {
      headers: { ETag: {} },
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Flag' } } },
    },
    '404': { content: {} },
  },
};
const path = '/v1/flags/{id}/review';
const apiOf = (change: Operation = {}, Flag = flag, at = path): Api => ({
  paths: { [at]: { post: { ...review, ...change } } },
  components: { schemas: { Flag } },
});
const withBody = (schema: Schema): Operation => ({
  requestBody: { content: { 'application/json': { schema } } },
});
const withFlag = (properties: Record<string, Schema>, required = flag.required ?? []): Api =>
  apiOf({}, { ...flag, required, properties });
const { code, note, within } = flag.properties as { code: Schema; note: Schema; within: Schema };
const [id, ifMatch, limit] = review.parameters ?? [];

describe('an addition is refused nowhere', () => {
  it.each<[string, Api]>([
    ['nothing at all', apiOf()],
    ['another name in the path', apiOf({}, flag, '/v1/flags/{flagId}/review')],
    [
      'a new property of an answer, always there or not',
      withFlag({ ...flag.properties, at: note }, ['code', 'within', 'at']),
    ],
    ['fewer values in an answer', withFlag({ ...flag.properties, code: { ...code, enum: ['leak'] } })],
    [
      'a new optional property of a request',
      apiOf(withBody({ ...decision, properties: { ...decision.properties, by: note } })),
    ],
    ['a request that need not say what it had to', apiOf(withBody({ ...decision, required: [] }))],
    [
      'a new optional parameter',
      apiOf({ parameters: [...(review.parameters ?? []), { name: 'team', in: 'query' }] }),
    ],
    ['a new answer', apiOf({ responses: { ...review.responses, '409': {} } })],
    ['a new path', { ...apiOf(), paths: { ...apiOf().paths, '/v1/other': { get: {} } } }],
  ])('%s', (_, after) => {
    expect(brokenApi(apiOf(), after, today)).toEqual([]);
  });
});

describe('what is no addition is named, by its operation', () => {
  it.each<[string, Api]>([
    ['it was removed', { ...apiOf(), paths: {} }],
    ['it was removed', { ...apiOf(), paths: { [path]: { put: review } } }],
    [
      'query parameter limit was removed',
      apiOf({ parameters: [id, ifMatch].filter(one => one !== undefined) }),
    ],
    [
      'query parameter limit: it has a tighter maximum: 100 became 50',
      apiOf({
        parameters: (review.parameters ?? []).map(one =>
          one === limit ? { ...one, schema: { type: 'integer', maximum: 50 } } : one,
        ),
      }),
    ],
    [
      'query parameter team is now required',
      apiOf({ parameters: [...(review.parameters ?? []), { name: 'team', in: 'query', required: true }] }),
    ],
    [
      'a request body is now required',
      apiOf({ requestBody: { required: true, content: review.requestBody?.content ?? {} } }),
    ],
    ['request in application/json was removed', apiOf({ requestBody: { content: {} } })],
    ['request: why was removed', apiOf(withBody({ ...decision, properties: { day: note } }))],
    [
      'request: by is now required',
      apiOf(
        withBody({ ...decision, required: ['day', 'by'], properties: { ...decision.properties, by: note } }),
      ),
    ],
    ['the answer 404 was removed', apiOf({ responses: { '200': review.responses?.['200'] ?? {} } })],
    [
      'the header ETag of the answer 200 was removed',
      apiOf({ responses: { ...review.responses, '200': { ...review.responses?.['200'], headers: {} } } }),
    ],
    ['200: answer: note was removed', withFlag({ code, within })],
    ['200: answer: code is no longer always there', withFlag({ code, note, within }, ['within'])],
    [
      '200: answer: code no longer may be string, but number',
      withFlag({ code: { type: 'number' }, note, within }),
    ],
    ['200: answer: note may now be null', withFlag({ code, note: { type: ['string', 'null'] }, within })],
  ])('%s', (what, after) => {
    const [first] = brokenApi(apiOf(), after, today);
    expect(first).toContain(`POST ${path}: ${what}`);
    expect(first).toContain('/v2/');
  });
});

describe('the committed API', () => {
  const text = readFileSync(new URL('../../../functions/openapi.json', import.meta.url), 'utf8');
  const committed = JSON.parse(text) as Api;

  it('is compatible with itself', () => {
    expect(brokenApi(committed, committed, today)).toEqual([]);
  });

  it.each(Object.entries(committed.paths))('%s cannot go unnoticed', (path, methods) => {
    const names = Object.keys(methods).map(method => `${method.toUpperCase()} ${path}: it was removed`);
    const broken = brokenApi(
      { ...committed, paths: { [path]: methods } },
      { ...committed, paths: {} },
      today,
    );
    expect(broken).toEqual(names.map(name => expect.stringContaining(name)));
  });
});
