import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ajvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../schemas/catalogue.ts';
import { synthesise } from './synthesised.ts';

type Properties = Record<'schemaName' | 'SchemaName' | 'Type' | 'Content', string> & { RegistryName: object };
let file: string;
let resources: { Type: string; Properties: Properties }[];

beforeAll(async () => {
  const { outdir } = await synthesise();
  file = path.join(outdir, 'Lintel-dev-contracts.template.json');
  resources = Object.values(JSON.parse(readFileSync(file, 'utf8')).Resources);
});

const schemas = () => resources.filter(({ Type }) => Type === 'AWS::EventSchemas::Schema');

describe('the schema registry', () => {
  test('has every event of the bus, as EventBridge hands it over', () => {
    expect(schemas().map(({ Properties }) => Properties.SchemaName)).toEqual(
      catalogue.map(({ type }) => type),
    );
    for (const { Properties } of schemas()) {
      expect(Properties.Type).toBe('JSONSchemaDraft4');
      expect(Properties.RegistryName).toEqual({ 'Fn::GetAtt': ['Registry', 'RegistryName'] });
    }
  });

  test('takes each example and refuses each that breaks a rule, by the draft that it keeps', () => {
    const ajv = new ajvDraft04.default({ allErrors: true, strictTypes: false });
    addFormats.default(ajv);
    ajv.addVocabulary(['x-amazon-events-detail-type']);
    for (const { Properties } of schemas()) {
      const { SchemaName: type, Content } = Properties;
      const validate = ajv.compile(JSON.parse(Content));
      const handedOver = (name: string) => ({
        ...{ version: '0', id: 'a', source: 'urn:lintel:hub', 'detail-type': type },
        detail: JSON.parse(
          readFileSync(new URL(`../../schemas/examples/${name}.json`, import.meta.url), 'utf8'),
        ),
      });
      expect(validate(handedOver(`${type}.accepted`)), type).toBe(true);
      expect(validate(handedOver(`${type}.rejected`)), type).toBe(false);
      expect(validate({ ...handedOver(`${type}.accepted`), 'detail-type': 'other' }), type).toBe(false);
    }
  });

  test('keeps AWS’s limits: of a template, of a schema and of a registry', () => {
    expect(statSync(file).size).toBeLessThan(1_000_000);
    expect(resources.length).toBeLessThan(500);
    expect(schemas().length).toBeLessThanOrEqual(100);
    for (const { Properties } of schemas()) expect(Properties.Content.length).toBeLessThanOrEqual(100_000);
  });
});
