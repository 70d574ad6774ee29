import * as z from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { problemSchema } from './properties/contract.ts';

/** An answer in problem+json. */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});
/** An answer that API Gateway gives itself. */
export const gateway = (description: string) => ({
  description,
  content: { 'application/json': { schema: z.object({ message: z.string() }) } },
});

/** What every operation of an officer may answer. */
export const refusals = {
  '400': problem('A parameter is wrong; the answer names each'),
  '401': gateway('No token, or not a valid one: answered by API Gateway itself'),
  '403': problem('The token has no role that the hub knows (or, answered by API Gateway, not the scope)'),
};
/** An operation that an officer reads by; `headers` are those of the answer. */
export function read(
  summary: string,
  schema: z.ZodType,
  rest: Partial<ZodOpenApiOperationObject> = {},
  headers?: z.ZodObject,
): ZodOpenApiOperationObject {
  const { responses, ...others } = rest;
  return {
    summary,
    tags: ['Properties'],
    security: [{ officer: ['lintel/read'] }],
    ...others,
    responses: {
      '200': {
        description: 'OK',
        content: { 'application/json': { schema } },
        ...(headers !== undefined && { headers }),
      },
      ...refusals,
      ...responses,
    },
  };
}
