import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Described = { responses: Record<string, { content?: Record<string, unknown> }> };

const api: { paths: Record<string, Record<string, Described>> } = JSON.parse(
  readFileSync(new URL('../../../functions/openapi.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(api, 'api');

const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { responses }]) => ({
    ...{ method: method.toUpperCase(), path, responses },
    at: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    pointer: `api#/paths/${escaped(path)}/${method}/responses`,
  })),
);

/** An answer, and to what. */
interface Answered {
  method: string;
  path: string;
  status: number;
  contentType: string | null;
  body: unknown;
}

/**
 * Holds an answer to the description of the API: its status, its media type and its body.
 * @throws {Error} with what is not as described
 */
export function expectAsDescribed({ method, path, status, contentType, body }: Answered): void {
  const [own = ''] = path.split('?');
  const operation = operations.find(one => one.method === method && one.at.test(own));
  if (operation === undefined) return;
  const name = `${method} ${operation.path} answered ${status}`;
  const described = operation.responses[status];
  if (described === undefined) throw new Error(`${name}, which is not described: ${JSON.stringify(body)}`);
  const [mediaType = ''] = contentType?.split(';') ?? [];
  if (described.content?.[mediaType] === undefined)
    throw new Error(`${name} in ${mediaType}, which is not described`);
  const validate = ajv.getSchema(`${operation.pointer}/${status}/content/${escaped(mediaType)}/schema`);
  if (validate?.(body) !== true)
    throw new Error(`${name} otherwise than described: ${ajv.errorsText(validate?.errors)}`);
}

function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
