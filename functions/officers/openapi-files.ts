import * as z from 'zod';
import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import {
  believeSchema,
  fileResponse,
  registrationSchema,
  resultLineSchema,
  uploadResponse,
} from '../intake/files/contract.ts';
import { gateway, problem } from './openapi-parts.ts';

const system = z.string().meta({ example: 'repairs' });
const file = z.object({ system, fileId: z.uuid() });
const common = { tags: ['Files'], security: [{ system: ['lintel/{system}.publish'] }] };
const refusals = {
  '401': gateway('No token, or not a valid one: answered by API Gateway itself'),
  '403': gateway('Another system’s token: answered by API Gateway itself'),
  '503': problem('Something did not answer: ask again'),
};
const unknown = { '404': problem('The system has no file of this id') };
const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

/** The paths of files: too large for a request, or full extracts. */
export const filesPaths = {
  '/v1/systems/{system}/files': {
    post: {
      ...common,
      summary: 'Ask for a link to upload a file with',
      description:
        'A file of events is a sheet or JSON lines in the system’s own format. A snapshot is a full extract (CSV): the hub compares it with the last one and hears what appeared, changed and disappeared.',
      requestParams: { path: z.object({ system }) },
      requestBody: { required: true, ...json(registrationSchema) },
      responses: {
        '201': { description: 'PUT the file there', ...json(uploadResponse) },
        ...refusals,
        '400': problem('The body is not JSON'),
        '422': problem('A content type, size or snapshot that the system does not send'),
      },
    },
  },
  '/v1/systems/{system}/files/{fileId}': {
    get: {
      ...common,
      summary: 'What became of a file, with a link to the answer to each of its rows',
      requestParams: { path: file },
      responses: {
        '200': {
          description: 'The result that it links to is JSON lines (`FileResultLine`)',
          content: {
            'application/json': { schema: fileResponse },
            'application/x-ndjson': { schema: resultLineSchema },
          },
        },
        ...refusals,
        ...unknown,
      },
    },
  },
  '/v1/systems/{system}/files/{fileId}/believe': {
    post: {
      ...common,
      summary: 'Take a snapshot that is held after all',
      description: 'Who said so, and why, is kept with it. Saying so twice does no harm.',
      requestParams: { path: file },
      requestBody: json(believeSchema),
      responses: {
        '202': { description: 'It is being taken', ...json(fileResponse) },
        ...refusals,
        ...unknown,
        '409': problem('The file is not held'),
        '422': problem('The reason is too long'),
      },
    },
  },
} satisfies Record<string, ZodOpenApiPathItemObject>;
