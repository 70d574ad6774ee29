import { typeOf } from './schema-type.ts';

type Json = Readonly<Record<string, unknown>>;
type Operation = Readonly<{
  operationId: string;
  summary: string;
  deprecated?: true;
  parameters?: readonly Parameter[];
  requestBody?: Json & { required?: boolean; content: Content };
  responses: Readonly<
    Record<string, { content?: Content; headers?: Readonly<Record<string, { schema: Json }>> }>
  >;
}>;
type Parameter = Readonly<{
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Json;
}>;
type Content = Readonly<Record<string, { schema: Json }>>;

/** As much of an OpenAPI document as types are made from. */
export interface Document {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: { schemas: Readonly<Record<string, Json>> };
}

const introduction = `// Written by \`npm run generate\` from functions/openapi.json, in the form that openapi-fetch reads.

/** What is answered with a status: its body by media type, and its headers. */
type Answer<Content, Headers = unknown> = { headers: Headers & { [name: string]: unknown }; content: Content };
`;

/** The types of an API: its paths, its operations and its schemas. */
export function openApiTypes({ paths, components }: Document): string {
  const operations = Object.values(paths).flatMap(methods => Object.values(methods));
  const schemas = Object.entries(components.schemas);
  return [
    introduction,
    section(
      'paths',
      Object.entries(paths).map(([path, methods]) => [path, pathType(methods)]),
    ),
    section(
      'operations',
      operations.map(operation => [operation.operationId, operationType(operation)]),
    ),
    ...schemas.map(([name, schema]) => `export type ${name} = ${typeOf(schema)};\n`),
    section('components', [['schemas', fields(schemas.map(([name]) => [name, name]))]]),
  ]
    .map(indented)
    .join('\n');
}

/** Lines, each as far in as braces are open before it. */
function indented(text: string): string {
  let depth = 0;
  const lines = text.split('\n').map(line => {
    if (line.startsWith('}')) depth -= 1;
    const own = line === '' ? '' : `${'  '.repeat(depth)}${line}`;
    if (line.endsWith('{')) depth += 1;
    return own;
  });
  return lines.join('\n');
}

function section(name: string, entries: readonly [string, string][]): string {
  return `export interface ${name} ${fields(entries)}\n`;
}

/** One short field stands in its line. */
function fields(entries: readonly [string, string, string?][]): string {
  const [[name, type, mark = ''] = ['', '']] = entries;
  if (entries.length === 1 && !type.includes('\n')) return `{ ${JSON.stringify(name)}${mark}: ${type} }`;
  return `{\n${entries.map(([name, type, mark = '']) => `${JSON.stringify(name)}${mark}: ${type};`).join('\n')}\n}`;
}

function pathType(methods: Readonly<Record<string, Operation>>): string {
  const own = Object.entries(methods).map(
    ([method, operation]) => `${said(operation)}${method}: operations["${operation.operationId}"];`,
  );
  return `{\n${own.join('\n')}\n}`;
}

function said({ summary, deprecated }: Operation): string {
  return `/** ${summary}${deprecated === true ? ' @deprecated' : ''} */\n`;
}

function operationType({ parameters = [], requestBody, responses }: Operation): string {
  const places = ['query', 'header', 'path', 'cookie'].map(place => {
    const here = parameters.filter(parameter => parameter.in === place);
    const isNeeded = here.some(({ required }) => required === true);
    const type = fields(
      here.map(({ name, required, schema }) => [name, typeOf(schema), required === true ? '' : '?']),
    );
    return here.length === 0 ? `${place}?: never;` : `${place}${isNeeded ? '' : '?'}: ${type};`;
  });
  const body =
    requestBody === undefined
      ? 'requestBody?: never;'
      : `requestBody${requestBody.required === true ? '' : '?'}: {\ncontent: ${contentType(requestBody.content)};\n};`;
  const answers = Object.entries(responses).map(([status, { headers = {}, content = {} }]) => {
    const named = Object.entries(headers).map(
      ([name, { schema }]) => [name, typeOf(schema)] as [string, string],
    );
    const also = named.length === 0 ? '' : `, ${fields(named)}`;
    return `${status}: Answer<${contentType(content)}${also}>;`;
  });
  return `{\nparameters: {\n${places.join('\n')}\n};\n${body}\nresponses: {\n${answers.join('\n')}\n};\n}`;
}

function contentType(content: Content): string {
  return fields(Object.entries(content).map(([type, { schema }]) => [type, typeOf(schema)]));
}
