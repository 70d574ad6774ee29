import * as z from 'zod';
import { catalogue } from './catalogue.ts';
import { dataSchemaOf, envelopeShape, quarantineSubjectSchema, systemSubjectSchema } from './envelope.ts';

const envelopeSchema = z
  .object({
    ...envelopeShape,
    subject: z.union([envelopeShape.subject, quarantineSubjectSchema, systemSubjectSchema]),
    type: z.string().regex(/^housing\.[a-z-]+\.[a-z-]+\.v[1-9]\d*$/),
    dataschema: z.string().regex(/^urn:lintel:schema:housing\./),
    data: z.looseObject({}),
  })
  .meta({ title: 'What every event carries, whatever its type' });

/**
 * The JSON Schemas (2020-12) of the shared language: the name of each file in `schemas/json/` and what it must hold.
 * They describe what a consumer may meet: fields that it does not know are allowed, because additions are.
 */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
  const schemas: [string, z.ZodType][] = catalogue.map(({ type, schema }) => [type, schema]);
  return new Map(
    [['envelope', envelopeSchema] as const, ...schemas].map(([name, schema]) => [
      `${name}.json`,
      textOf(name, schema),
    ]),
  );
}

function textOf(name: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return `${JSON.stringify({ $schema, $id: dataSchemaOf(name), ...rest }, null, 2)}\n`;
}
