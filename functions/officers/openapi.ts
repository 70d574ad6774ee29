import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { lookHeaders } from '../shell/http/look.ts';
import { uprnPath } from '../shell/http/uprn-parameter.ts';
import { auditPaths } from './openapi-audit.ts';
import { driftPaths } from './openapi-drift.ts';
import { filesPaths } from './openapi-files.ts';
import { flagPaths, raising } from './openapi-flags.ts';
import { gateway, problem, read } from './openapi-parts.ts';
import { quarantinePaths } from './openapi-quarantine.ts';
import { receiptsPaths } from './openapi-receipts.ts';
import {
  eventsResponse,
  flagsResponse,
  propertyResponse,
  searchQuery,
  searchResponse,
  timelineQuery,
  timelineResponse,
} from './properties/contract.ts';

/** What every read of one home takes and may answer. */
const ofOneHome = {
  requestParams: { path: uprnPath, header: lookHeaders },
  responses: {
    '404': problem('The gazetteer has no such property'),
    '503': problem('What is shown of people could not be written down, so it was not shown: ask again'),
  },
};

const homeHeaders = z.object({
  'break-glass': z
    .literal('recorded')
    .optional()
    .meta({ description: 'This answer withholds nothing, as asked' }),
});

const publishing: ZodOpenApiOperationObject = {
  summary: 'Tell the hub what a source system has to say, in that system’s own format',
  description:
    'One JSON item, an array of them, or a sheet. Sending the same again is safe: ids are derived.',
  tags: ['Systems'],
  security: [{ system: ['lintel/{system}.publish'] }],
  requestParams: { path: z.object({ system: z.string().meta({ example: 'repairs' }) }) },
  requestBody: {
    required: true,
    content: { 'application/json': { schema: z.unknown() }, 'text/csv': { schema: z.string() } },
  },
  responses: {
    '202': {
      description: 'What was taken, refused and kept',
      content: { 'application/json': { schema: eventsResponse } },
    },
    '400': problem('The body is no JSON or no sheet; the answer says where it goes wrong'),
    '401': gateway('No token, or not a valid one: answered by API Gateway itself'),
    '403': gateway('Another system’s token: answered by API Gateway itself'),
    '404': problem('No system of that name'),
    '413': problem('More than 5 MB, or than 1,000 items: upload it as a file'),
    '415': problem('A media type that this system does not send'),
    '422': problem('Every item is wrong; the answer names every field'),
    '503': problem('Not everything was taken: send the same again'),
  },
};

/** The OpenAPI 3.1 description of the API, made from the schemas that check it. */
export function openApiDocument() {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lintel',
      version: '1.0.0',
      description: 'One record of every home, one set of warning flags, the same in every system.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: {
      '/v1/properties': {
        get: read(
          'Find a home by a reference, a postcode or an address; a retired one by its successors',
          searchResponse,
          {
            requestParams: { query: searchQuery },
          },
        ),
      },
      '/v1/properties/{uprn}': {
        get: read('A home as it stands', propertyResponse, ofOneHome, homeHeaders),
      },
      '/v1/properties/{uprn}/timeline': {
        get: read(
          'Everything that happened at a home, latest first',
          timelineResponse,
          { ...ofOneHome, requestParams: { ...ofOneHome.requestParams, query: timelineQuery } },
          homeHeaders,
        ),
      },
      '/v1/systems/{system}/events': { post: publishing },
      ...receiptsPaths,
      ...driftPaths,
      ...filesPaths,
      ...quarantinePaths,
      ...auditPaths,
      ...flagPaths,
      '/v1/properties/{uprn}/flags': {
        get: read(
          'Every flag that shows on a home, with its basis for those who need to know',
          flagsResponse,
          ofOneHome,
          homeHeaders,
        ),
        post: raising('Raise a flag on a home or a block, or propose it', uprnPath),
      },
    },
    components: {
      securitySchemes: {
        officer: { type: 'openIdConnect', openIdConnectUrl: '/.well-known/openid-configuration' },
        system: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oauth2/token', scopes: {} } } },
      },
    },
  });
}
