import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { contractVersion } from '../schemas/contract-version.ts';
import { endpoints } from './endpoints.ts';
import { responsesOf } from './openapi-answers.ts';
import { contentOf, examplesOf } from './openapi-content.ts';
import { refuseHastyDeprecations } from './openapi-deprecation.ts';
import { descriptionOf, operationIdOf } from './openapi-operation.ts';
import { schemeOf, securitySchemes } from './openapi-security.ts';
import { tagsOf } from './openapi-tags.ts';
import type { Endpoint } from './shell/http/endpoint.ts';

type Described = Omit<Endpoint<never>, 'answer'>;

const systemPath = z.object({
  system: z.string().meta({ description: 'The source system', example: 'repairs' }),
});

const listed: readonly Described[] = Object.values(endpoints).flat();

/**
 * The OpenAPI 3.1 description of the API, made from the list of endpoints.
 *
 * @param all the endpoints, where not the hub’s own
 */
export function openApiDocument(all = listed) {
  refuseHastyDeprecations(all);
  const byPath = Map.groupBy(all.toSorted(inOrder), ({ path }) => path);
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lintel',
      version: contractVersion,
      description: 'One record of every home, one set of warning flags, the same in every system.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      [...byPath].map(([path, here]) => [path, Object.fromEntries(here.map(operationOf))]),
    ),
    tags: tagsOf(all),
    components: { securitySchemes: securitySchemes(all) },
  });
}

/** By path, then by method: the document stays as it is when a function’s list is put into another order. */
function inOrder(a: Described, b: Described): number {
  return `${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1;
}

function operationOf(endpoint: Described): [string, ZodOpenApiOperationObject] {
  const { method, summary, tag, scopes, query, headers, deprecated } = endpoint;
  const path = pathOf(endpoint);
  const requestBody = bodyOf(endpoint);
  const operation = {
    operationId: operationIdOf(endpoint),
    summary,
    description: descriptionOf(endpoint),
    tags: [tag],
    ...(deprecated !== undefined && { deprecated: true, 'x-sunset': deprecated.sunset }),
    security: scopes.map(scope => ({ [schemeOf(scope)]: [scope] })),
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
