import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { endpoints } from './endpoints.ts';
import { examples } from './examples.ts';
import { problemExample } from './problem-examples.ts';
import type { Answer, Endpoint } from './shell/http/endpoint.ts';
import { problemSchema } from './shell/http/problem-schema.ts';

type Described = Omit<Endpoint<never>, 'answer'>;

const systemPath = z.object({ system: z.string().meta({ example: 'repairs' }) });

/** The OpenAPI 3.1 description of the API, made from the list of endpoints. */
export function openApiDocument() {
  const all: readonly Described[] = Object.values(endpoints).flat();
  const byPath = Map.groupBy(all.toSorted(inOrder), ({ path }) => path);
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lintel',
      version: '1.0.0',
      description: 'One record of every home, one set of warning flags, the same in every system.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      [...byPath].map(([path, here]) => [path, Object.fromEntries(here.map(operationOf))]),
    ),
    components: {
      securitySchemes: {
        officer: { type: 'openIdConnect', openIdConnectUrl: '/.well-known/openid-configuration' },
        system: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oauth2/token', scopes: {} } } },
      },
    },
  });
}

/** By path, then by method: the document stays as it is when a function’s list is put into another order. */
function inOrder(a: Described, b: Described): number {
  return `${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1;
}

function operationOf(endpoint: Described): [string, ZodOpenApiOperationObject] {
  const { method, summary, description, tag, scopes, query, headers } = endpoint;
  const path = pathOf(endpoint);
  const requestBody = bodyOf(endpoint);
  const operation = {
    summary,
    ...(description !== undefined && { description }),
    tags: [tag],
    security: scopes.map(scope => ({ [scope.includes('{system}') ? 'system' : 'officer']: [scope] })),
    requestParams: {
      ...(path !== undefined && { path }),
      ...(query instanceof z.ZodObject && { query }),
      ...(headers !== undefined && { header: headers }),
    },
    ...(requestBody !== undefined && { requestBody }),
    responses: responsesOf(endpoint),
  };
  return [method.toLowerCase(), operation as ZodOpenApiOperationObject];
}

function pathOf({ path, params }: Described): z.ZodObject | undefined {
  if (!path.includes('{system}')) return params;
  return params === undefined ? systemPath : systemPath.extend(params.shape);
}

function bodyOf(endpoint: Described) {
  const { body } = endpoint;
  if (body === undefined) return undefined;
  const byMediaType = 'byMediaType' in body ? body.byMediaType : { 'application/json': body };
  const required = !(body instanceof z.ZodType && body.safeParse({}).success);
  return { required, content: contentOf(byMediaType, examplesOf(endpoint).request) };
}

function responsesOf(endpoint: Described) {
  const shown = examplesOf(endpoint);
  const answers = Object.entries(endpoint.answers).map(([status, answer]) => {
    const byMediaType = { 'application/json': shown.answers[Number(status)], ...shown.otherwise };
    return [status, answerOf(answer, byMediaType)];
  });
  const problems = { ...problemsOfAll(endpoint), ...endpoint.problems };
  const refusals = Object.entries(problems).map(([status, description]) => [
    status,
    problem(status, description),
  ]);
  return Object.fromEntries([...answers, ...refusals, ['401', refusedByGateway]]);
}

function examplesOf({ method, path }: Described) {
  const shown = examples[`${method} ${path}`];
  if (shown !== undefined) return shown;
  throw new Error(`${method} ${path} has no examples: give them in the examples.ts of its room`);
}

/** What endpoints of a kind may all answer: an endpoint's own words for a status take the place of these. */
function problemsOfAll({ shows, retry }: Described): Record<number, string> {
  if (shows === 'own-data') {
    return {
      403: 'Another system’s token: not its scope',
      404: 'No system of that name',
      503: retry ?? 'Something that the hub needs did not answer. Ask again.',
    };
  }
  const audited = 'What is shown of people could not be written down, so it was not shown: ask again';
  return {
    400: 'A parameter or a field is wrong; the answer names each',
    403: 'The token has no role that the hub knows, or not the scope',
    500: 'The hub failed, and asking again will not help',
    503: shows === 'personal' ? audited : (retry ?? 'Something that the hub needs did not answer: ask again'),
  };
}

type ByMediaType = Readonly<Record<string, unknown>>;

function answerOf({ description, schema, headers, otherwise }: Answer, shown: ByMediaType) {
  const content = contentOf({ 'application/json': schema, ...otherwise }, shown);
  return { description, content, ...(headers !== undefined && { headers }) };
}

function contentOf(byMediaType: Readonly<Record<string, z.ZodType>>, shown: ByMediaType = {}) {
  return Object.fromEntries(
    Object.entries(byMediaType).map(([type, schema]) => [type, { schema, example: shown[type] }]),
  );
}

const problem = (status: string, description: string) => ({
  description,
  content: {
    'application/problem+json': { schema: problemSchema, example: problemExample(status, description) },
  },
});

const refusedByGateway = {
  description: 'No token, or not a valid one: answered by API Gateway itself',
  content: {
    'application/json': { schema: z.object({ message: z.string() }), example: { message: 'Unauthorized' } },
  },
};
