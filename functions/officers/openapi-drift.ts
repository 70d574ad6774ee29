import * as z from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathItemObject } from 'zod-openapi';
import {
  driftQuery,
  driftResponse,
  flagSetResponse,
  flagSetSchema,
  resendResponse,
} from '../delivery/drift/contract.ts';
import { gateway, problem, read } from './openapi-parts.ts';

const system = z.object({ system: z.string().meta({ example: 'repairs' }) });
const refusals = {
  '401': gateway('No token, or not a valid one: answered by API Gateway itself'),
  '404': problem('No system of that name'),
};

const comparing: ZodOpenApiOperationObject = {
  tags: ['Systems'],
  security: [{ system: ['lintel/{system}.publish'] }],
  summary: 'Say everything that the system holds, and hear what to change',
  description:
    'The hub believes it: from then on drift is measured by it. Do what the answer says and send the set again, until nothing is left. The same set has the same answer.',
  requestParams: { path: system },
  requestBody: { required: true, content: { 'application/json': { schema: flagSetSchema } } },
  responses: {
    ...refusals,
    '200': {
      description: 'What to change, each with the message that the hub would send',
      content: { 'application/json': { schema: flagSetResponse } },
    },
    '400': problem('The body is not JSON'),
    '403': gateway('Another system’s token: answered by API Gateway itself'),
    '413': problem('More than 5 MB, about 60,000 flags; the answer says what to do'),
    '415': problem('The body is not `application/json`'),
    '422': problem('A field is wrong; the answer names the first hundred. Nothing was changed'),
    '503': problem('The set could not be compared: send it again'),
  },
};

const resending: ZodOpenApiOperationObject = {
  tags: ['Systems'],
  security: [{ system: ['lintel/{system}.publish'] }, { officer: ['lintel/write'] }],
  summary: 'Have a system told everything once more that it is owed and does not have',
  description:
    'By its usual way, and nobody else. For the system itself and for management. What it has is what it acknowledged, or said with its whole set.',
  requestParams: { path: system },
  responses: {
    ...refusals,
    '202': {
      description: 'What was put into its queue',
      content: { 'application/json': { schema: resendResponse } },
    },
    '403': problem('An officer who is not of management (or, answered by API Gateway, not the scope)'),
  },
};

/** The paths by which drift is seen and mended. */
export const driftPaths = {
  '/v1/flags/drift': {
    get: read('How far each system is from what it is owed', driftResponse, {
      tags: ['Flags'],
      requestParams: { query: driftQuery },
      responses: { '403': problem('The token’s role is of a team that has no system') },
    }),
  },
  '/v1/systems/{system}/flags': { put: comparing },
  '/v1/systems/{system}/resend': { post: resending },
} satisfies Record<string, ZodOpenApiPathItemObject>;
