import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { contractVersion } from '../../schemas/contract-version.ts';
import type { Endpoint } from '../shell/http/endpoint.ts';
import type { EndpointExamples } from '../shell/http/endpoint-examples.ts';
import { responsesOf } from './answers.ts';
import { contentOf, examplesOf } from './content.ts';
import { refuseHastyDeprecations } from './deprecation.ts';
import { descriptionOf, operationIdOf } from './operation.ts';
import { schemeOf, securitySchemes } from './security.ts';
import { tagsOf } from './tags.ts';

/** An endpoint, whatever answers it. */
export type Described = Omit<Endpoint<never>, 'answer'>;

const systemPath = z.object({
  system: z.string().meta({ description: 'The source system', example: 'repairs' }),
});

/** The OpenAPI 3.1 description of an API, made from the list of its endpoints and their examples. */
export function documentOf(all: readonly Described[], examples: EndpointExamples) {
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
      [...byPath].map(([path, here]) => [
        path,
        Object.fromEntries(here.map(endpoint => operationOf(endpoint, examples))),
      ]),
    ),
    tags: tagsOf(all),
    components: { securitySchemes: securitySchemes(all) },
  });
}

/** By path, then by method: the document stays as it is when a function’s list is put into another order. */
function inOrder(a: Described, b: Described): number {
  return `${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1;
}

function operationOf(endpoint: Described, examples: EndpointExamples): [string, ZodOpenApiOperationObject] {
  const { method, summary, tag, scopes, query, headers, deprecated } = endpoint;
  const path = pathOf(endpoint);
  const requestBody = bodyOf(endpoint, examples);
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
    responses: responsesOf(endpoint, examples),
  };
  return [method.toLowerCase(), operation as ZodOpenApiOperationObject];
}

function pathOf({ path, params }: Described): z.ZodObject | undefined {
  if (!path.includes('{system}')) return params;
  return params === undefined ? systemPath : systemPath.extend(params.shape);
}

function bodyOf(endpoint: Described, examples: EndpointExamples) {
  const { body } = endpoint;
  if (body === undefined) return undefined;
  const byMediaType = 'byMediaType' in body ? body.byMediaType : { 'application/json': body };
  const required = !(body instanceof z.ZodType && body.safeParse({}).success);
  return { required, content: contentOf(byMediaType, examplesOf(examples, endpoint).request) };
}
