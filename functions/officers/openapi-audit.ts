import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import { purposeHeader } from '../shell/http/look.ts';
import { brokenGlassQuery, readsQuery, readsResponse } from './audit/contract.ts';
import { problem, read } from './openapi-parts.ts';

const responses = {
  '403': problem('The token’s role is not data protection’s (or, answered by API Gateway, not the scope)'),
  '503': problem('The read could not be written down, so it was not answered: ask again'),
};

/** The paths of the read audit. */
export const auditPaths = {
  '/v1/audit/reads': {
    get: read('Who was shown what of a subject, or what an officer was shown, latest first', readsResponse, {
      tags: ['Audit'],
      requestParams: { query: readsQuery, header: purposeHeader },
      responses,
    }),
  },
  '/v1/audit/break-glass': {
    get: read(
      'Every read for which an officer broke the glass, with the reason, latest first',
      readsResponse,
      {
        tags: ['Audit'],
        requestParams: { query: brokenGlassQuery, header: purposeHeader },
        responses,
      },
    ),
  },
} satisfies Record<string, ZodOpenApiPathItemObject>;
