import * as z from 'zod';
import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import { receiptsResponse, receiptsSchema } from '../delivery/receipts/contract.ts';
import { gateway, problem } from './openapi-parts.ts';

/** The path by which a system says what it has taken over. */
export const receiptsPaths = {
  '/v1/systems/{system}/receipts': {
    post: {
      tags: ['Systems'],
      security: [{ system: ['lintel/{system}.publish'] }],
      summary: 'Say which versions of which flags the system has taken over',
      description:
        'For a system that fetches its flags; one that is pushed to acknowledges by its 2xx. Repeating it does no harm.',
      requestParams: { path: z.object({ system: z.string().meta({ example: 'tenancy' }) }) },
      requestBody: { required: true, content: { 'application/json': { schema: receiptsSchema } } },
      responses: {
        '200': {
          description: 'What became of each, in the same order',
          content: { 'application/json': { schema: receiptsResponse } },
        },
        '400': problem('The body is not JSON'),
        '401': gateway('No token, or not a valid one: answered by API Gateway itself'),
        '403': gateway('Another system’s token: answered by API Gateway itself'),
        '404': problem('No system of that name'),
        '413': problem('The body is too large: at most 500 receipts are taken at once'),
        '415': problem('The body is not `application/json`'),
        '422': problem('A field is wrong, or there are too many; the answer names each. Nothing was kept'),
        '503': problem('Not everything was kept: send the same again'),
      },
    },
  },
} satisfies Record<string, ZodOpenApiPathItemObject>;
