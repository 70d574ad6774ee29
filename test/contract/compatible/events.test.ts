import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenEvents } from './events.ts';
import type { Schema } from './schema.ts';

const leak: Schema = {
  type: 'object',
  required: ['id', 'data'],
  properties: {
    id: { type: 'string', minLength: 2, maxLength: 8, pattern: '^[a-z]+$' },
    data: {
      type: 'object',
      required: ['where', 'marks'],
      properties: {
        where: { type: 'string', enum: ['kitchen', 'bathroom'] },
        litres: { type: 'integer', minimum: 0 },
        marks: { type: 'array', maxItems: 5, items: { type: 'string' } },
        by: { anyOf: [{ type: 'string' }, { type: 'object', properties: { team: { type: 'string' } } }] },
      },
    },
  },
};
const { id, data } = leak.properties as { id: Schema; data: Schema };
const { where, litres, marks, by } = data.properties as Record<string, Schema>;

const type = 'housing.leak.reported.v1';
const named = (schema: Schema) => new Map([[type, schema]]);
const withId = (change: Schema): Schema => ({ ...leak, properties: { id: { ...id, ...change }, data } });
const withData = (properties: Record<string, Schema | undefined>, required = data.required): Schema => {
  const kept = Object.entries({ ...data.properties, ...properties }).filter(
    ([, schema]) => schema !== undefined,
  );
  const changed = { ...data, required, properties: Object.fromEntries(kept) } as Schema;
  return { ...leak, properties: { id, data: changed } };
};

describe('an addition is refused nowhere', () => {
  it.each<[string, Schema]>([
    ['nothing at all', leak],
    ['a new optional property', withData({ cause: { type: 'string' } })],
    ['a further value of an enum', withData({ where: { ...where, enum: ['hall', 'kitchen', 'bathroom'] } })],
    ['a longer text', withId({ maxLength: 9, minLength: 1 })],
    ['a wider pattern', withId({ pattern: '^[a-z0-9]+$' })],
    ['another title', withId({ title: 'Name', examples: ['ab'] })],
    [
      'a further form of the same kind',
      withData({ by: { anyOf: [...(by?.anyOf ?? []), { type: 'string', format: 'uri' }] } }),
    ],
  ])('%s', (_, after) => {
    expect(brokenEvents(named(leak), named(after))).toEqual([]);
  });

  it('a new type', () => {
    expect(brokenEvents(new Map(), named(leak))).toEqual([]);
  });
});

describe('what is no addition is named, by its place', () => {
  it.each<[Schema, string]>([
    [withData({ litres: undefined }), 'data.litres was removed'],
    [withData({ where: undefined, room: where }), 'data.where was removed'],
    [withData({}, ['where', 'marks', 'litres']), 'data.litres is now required'],
    [withData({ cause: { type: 'string' } }, ['where', 'marks', 'cause']), 'data.cause is now required'],
    [withData({}, ['where']), 'data.marks is no longer always there'],
    [withData({ where: { ...where, enum: ['kitchen'] } }), 'data.where no longer allows "bathroom"'],
    [withData({ litres: { ...litres, enum: [1] } }), 'data.litres is now limited to some values'],
    [withData({ litres: { type: 'string' } }), 'data.litres no longer may be integer, but string'],
    [withData({ litres: { ...litres, minimum: 1 } }), 'data.litres has a tighter minimum: 0 became 1'],
    [withData({ litres: { ...litres, maximum: 9 } }), 'data.litres has a tighter maximum: none became 9'],
    [
      withData({ marks: { ...marks, items: { type: 'number' } } }),
      'data.marks[] no longer may be string, but number',
    ],
    [withData({ by: { type: 'string' } }), 'data.by no longer may be object, but string'],
    [withData({ by: { anyOf: [...(by?.anyOf ?? []), { type: 'null' }] } }), 'data.by may now be null'],
    [withId({ pattern: '^[a-y]+$' }), 'id has a pattern that refuses what the old one allowed'],
    [withId({ format: 'uuid' }), 'id must now have the format uuid'],
    [withId({ not: { const: 'x' } }), 'id has another not, which this check cannot compare'],
    [{ ...leak, additionalProperties: false }, 'it no longer allows other properties'],
  ])('%#: $1', (after, what) => {
    const broken = brokenEvents(named(leak), named(after)).join('\n');
    expect(broken).toContain(`${type}: ${what}`);
    expect(broken).toContain('say the new thing in housing.leak.reported.v2 beside it');
  });

  it('a type that is gone', () => {
    expect(brokenEvents(named(leak), new Map())).toEqual([
      expect.stringContaining(`${type}: it was removed`),
    ]);
  });
});

describe('the committed schemas', () => {
  const folder = new URL('../../../schemas/json/', import.meta.url);
  const committed = new Map(
    readdirSync(folder).map(name => {
      const schema = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Schema;
      return [name.replace('.json', ''), schema] as const;
    }),
  );

  it('are compatible with themselves', () => {
    expect(brokenEvents(committed, committed)).toEqual([]);
  });

  it.each([...committed])('%s: no property can go unnoticed', (name, schema) => {
    for (const property of Object.keys(schema.properties ?? {})) {
      const { [property]: _gone, ...rest } = schema.properties ?? {};
      const broken = brokenEvents(
        committed,
        new Map([...committed, [name, { ...schema, properties: rest }]]),
      );
      expect(broken).toEqual([expect.stringContaining(`${name}: ${property} was removed`)]);
    }
  });
});
