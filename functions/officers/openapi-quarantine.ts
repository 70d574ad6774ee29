import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import { purposeHeader } from '../shell/http/look.ts';
import { problem, read, refusals } from './openapi-parts.ts';
import {
  quarantineItemResponse,
  quarantineListResponse,
  quarantinePath,
  quarantineQuery,
  resolvedResponse,
  resolveHeaders,
  resolveRequest,
} from './quarantine/contract.ts';

const own = { '404': problem('Nothing of that id that the team’s system sent') };
/** The paths of the quarantine. */
export const quarantinePaths = {
  '/v1/quarantine': {
    get: read('What the hub could not take yet of the systems of one’s team', quarantineListResponse, {
      tags: ['Quarantine'],
      requestParams: { query: quarantineQuery },
    }),
  },
  '/v1/quarantine/{id}': {
    get: read('One item, with what was sent and the homes that may be meant', quarantineItemResponse, {
      tags: ['Quarantine'],
      requestParams: { path: quarantinePath, header: purposeHeader },
      responses: { ...own, '503': problem('The read could not be written down, so it was not answered') },
    }),
  },
  '/v1/quarantine/{id}/resolve': {
    post: {
      summary: 'Say which home is meant, or give a corrected payload: once',
      description: 'The item, and everything else that waits for the same key, is re-submitted by itself.',
      tags: ['Quarantine'],
      security: [{ officer: ['lintel/write'] }],
      requestParams: { path: quarantinePath, header: resolveHeaders },
      requestBody: { required: true, content: { 'application/json': { schema: resolveRequest } } },
      responses: {
        '202': {
          description: 'Taken, now or before',
          content: { 'application/json': { schema: resolvedResponse } },
        },
        ...refusals,
        ...own,
        '409': problem('Resolved in another way already'),
        '413': problem('The payload is too large'),
        '422': problem('No such home, or a home is not what it waits for'),
      },
    },
  },
} satisfies Record<string, ZodOpenApiPathItemObject>;
