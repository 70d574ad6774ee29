import * as z from 'zod';
import { catalogue } from './catalogue.ts';

/** An event as EventBridge's schema registry keeps it. */
export interface RegistrySchema {
  type: string;
  title: string;
  /** JSON Schema, draft 4: what the registry takes. */
  content: string;
}

/** Draft 4 knows no examples. */
const override = ({ jsonSchema }: { jsonSchema: { examples?: unknown } }) => {
  delete jsonSchema.examples;
};

/** The schema of each event as it comes from the bus: EventBridge's own envelope, with the event as its `detail`. */
export function registrySchemas(): RegistrySchema[] {
  return catalogue.map(({ type, title, schema }) => {
    const { $schema, ...detail } = z.toJSONSchema(schema, { target: 'draft-4', io: 'input', override });
    const text = { type: 'string' };
    const content = {
      $schema,
      title,
      type: 'object',
      'x-amazon-events-detail-type': type,
      required: ['id', 'source', 'detail-type', 'detail'],
      properties: {
        ...{ version: text, id: text, source: text, account: text, time: text, region: text },
        resources: { type: 'array', items: text },
        'detail-type': { type: 'string', enum: [type] },
        detail,
      },
    };
    return { type, title, content: JSON.stringify(content) };
  });
}
