import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { CloudEvent } from 'cloudevents';
import { describe, expect, it, test } from 'vitest';
import { catalogue } from '../../schemas/catalogue.ts';
import { envelopeShape, maximumDetailBytes } from '../../schemas/envelope.ts';
import { jsonSchemaFiles } from '../../schemas/json-schema.ts';
import { requiredFile } from '../support/required-file.ts';
import { rejectedExamples } from './rejected-examples.ts';

const schemas = new URL('../../schemas/', import.meta.url);
const generated = 'npm run generate';
const byHand = 'copy that of another event type, and change it; an id is any UUID';
const textOf = (path: string) =>
  requiredFile(new URL(path, schemas), path.startsWith('json/') ? generated : byHand);
const jsonOf = (path: string) => JSON.parse(textOf(path));
const types = catalogue.map(({ type }) => type);

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats.default(ajv);
ajv.addSchema(jsonOf('json/envelope.json'), 'envelope');

/** The places at which the committed JSON Schema finds fault. */
function faults(type: string, event: unknown): string[] {
  const validate = ajv.getSchema(type) ?? ajv.addSchema(jsonOf(`json/${type}.json`), type).getSchema(type);
  if (validate === undefined) throw new Error(`No JSON Schema for ${type}`);
  if (validate(event)) return [];
  return (validate.errors ?? []).map(({ instancePath, params }) =>
    'missingProperty' in params ? `${instancePath}/${params['missingProperty']}` : instancePath,
  );
}

function noRule(): never {
  throw new Error('test/contract/rejected-examples.ts has no line for it: which rule is broken, and where');
}

describe('the committed JSON Schemas', () => {
  it('are what the zod schemas say, file by file', () => {
    const committed = readdirSync(new URL('json/', schemas)).toSorted();
    const wanted = jsonSchemaFiles();
    expect(committed, generated).toEqual([...wanted.keys()].toSorted());
    const drifted = committed.filter(name => textOf(`json/${name}`) !== wanted.get(name));
    expect(drifted, generated).toEqual([]);
  });

  test.each(catalogue)('$type is named after its type, everywhere it is named', ({ type, schema }) => {
    const { $id, properties } = jsonOf(`json/${type}.json`);
    expect(type).toMatch(/^housing\.[a-z-]+\.[a-z-]+\.v[1-9]\d*$/);
    expect(schema.shape.type.value).toBe(type);
    expect(properties.type.const).toBe(type);
    expect([$id, properties.dataschema.const]).toEqual(Array(2).fill(`urn:lintel:schema:${type}`));
  });
});

describe('the envelope', () => {
  it('names its extensions as CloudEvents asks: lower-case letters and digits, at most 20', () => {
    for (const name of Object.keys(envelopeShape)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
  });
});

describe('the examples', () => {
  it('are one accepted and one rejected for every type, and no others', () => {
    const wanted = types.flatMap(type => [`${type}.accepted.json`, `${type}.rejected.json`]);
    expect(readdirSync(new URL('examples/', schemas)).toSorted(), byHand).toEqual(wanted.toSorted());
  });

  test.each(catalogue)('$type: the accepted one passes zod, the JSON Schema and the limit of size', entry => {
    const text = textOf(`examples/${entry.type}.accepted.json`);
    const event = JSON.parse(text);
    expect(entry.schema.parse(event)).toEqual(event);
    expect(faults(entry.type, event)).toEqual([]);
    expect(faults('envelope', event)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThanOrEqual(maximumDetailBytes);
  });

  test.each(catalogue)(
    '$type: the accepted one is a CloudEvent in the eyes of the CNCF’s own package',
    entry => {
      const event = jsonOf(`examples/${entry.type}.accepted.json`);
      const cloudEvent = new CloudEvent(event, true);
      expect(cloudEvent.validate()).toBe(true);
      expect(cloudEvent.toJSON()).toEqual(event);
    },
  );

  test.each(catalogue)('$type: the rejected one breaks its one rule for both judges', entry => {
    const { at, rule } = rejectedExamples[entry.type] ?? noRule();
    const event = jsonOf(`examples/${entry.type}.rejected.json`);
    const parsed = entry.schema.safeParse(event);
    const places = parsed.error?.issues.map(({ path }) => `/${path.join('/')}`);
    expect(places, rule).toEqual([at]);
    expect(new Set(faults(entry.type, event)), rule).toEqual(new Set([at]));
  });

  test.each(catalogue)('$type: a field that nobody knows yet is no fault: additions are allowed', entry => {
    const event = jsonOf(`examples/${entry.type}.accepted.json`);
    const later = { ...event, laterextension: 'x', data: { ...event.data, laterField: 1 } };
    expect(entry.schema.safeParse(later).success).toBe(true);
    expect(faults(entry.type, later)).toEqual([]);
  });
});

test.each([
  ['without a source', { source: '' }],
  ['of another version', { specversion: '0.3' }],
  ['with an extension that no CloudEvent may have', { bad_name: 'x' }],
])('the independent judge does judge: it refuses an event %s', (_, fault) => {
  const event = jsonOf('examples/housing.leak.reported.v1.accepted.json');
  expect(() => new CloudEvent({ ...event, ...fault }, true).validate()).toThrow();
});
