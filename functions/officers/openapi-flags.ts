import * as z from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathItemObject } from 'zod-openapi';
import { purposeHeader } from '../shell/http/look.ts';
import {
  answerRequest,
  clearRequest,
  decidedResponse,
  decisionHeaders,
  flagPath,
  ifMatchHeader,
  personPath,
  raiseRequest,
  reviewRequest,
  toldRequest,
} from './decisions/contract.ts';
import { flagQuery, flagResponse } from './flags/contract.ts';
import { untoldResponse, worklistQuery, worklistResponse } from './flags/worklist-contract.ts';
import { problem, read, refusals } from './openapi-parts.ts';

const etag = z.object({
  etag: z
    .string()
    .optional()
    .meta({ description: 'The version of the flag, in quotation marks: for If-Match', example: '"42"' }),
});
const decided = {
  headers: etag,
  content: { 'application/json': { schema: decidedResponse } },
};
const common = {
  tags: ['Flags'],
  security: [{ officer: ['lintel/write'] }],
  description: 'Asked again under the same Idempotency-Key, it is done once and answered alike.',
};
const hidden = problem('Not for this officer: another team’s, or a second person’s');

/** How a flag is raised, or proposed, on what is at a path. */
export function raising(summary: string, path: z.ZodObject): ZodOpenApiOperationObject {
  return {
    ...common,
    summary,
    requestParams: { path, header: decisionHeaders },
    requestBody: { required: true, content: { 'application/json': { schema: raiseRequest } } },
    responses: {
      '201': { ...decided, description: 'Raised, or proposed: the state tells' },
      '202': { ...decided, description: 'Taken, of a flag that is not for this team to see' },
      ...refusals,
      '404': problem('No such home or person'),
      '409': problem('This officer has raised it already'),
      '422': problem('It does not hang on this, or a rule raises it, or the key was used for something else'),
      '503': problem('Too much happens here at once: ask again'),
    },
  };
}

function deciding(summary: string, schema: z.ZodType): ZodOpenApiPathItemObject {
  return {
    post: {
      ...common,
      summary,
      requestParams: { path: flagPath, header: decisionHeaders.extend(ifMatchHeader.shape) },
      requestBody: { required: true, content: { 'application/json': { schema } } },
      responses: {
        '200': { ...decided, description: 'Done' },
        '202': { ...decided, description: 'A second person has to agree' },
        ...refusals,
        '403': hidden,
        '404': problem('No such flag that this officer may know of'),
        '409': problem('It does not fit how the flag stands'),
        '412': problem('The flag is not as it was seen; the answer has it as it is'),
        '422': problem('A field is wrong, or the key was used for something else'),
        '428': problem('If-Match is missing'),
        '503': problem('Too much happens here at once: ask again'),
      },
    },
  };
}

/** The paths of flags wherever they hang. */
export const flagPaths = {
  '/v1/flags': {
    get: read('The flags about which somebody has to do something, and what', worklistResponse, {
      tags: ['Flags'],
      description:
        'A team has the flags that it owns or may clear, of conflicts those that it owns; management and data protection have all that they may know of.',
      requestParams: { query: worklistQuery, header: purposeHeader },
      responses: {
        '503': problem('The read could not be written down, so it was not answered: ask again'),
      },
    }),
  },
  '/v1/flags/untold': {
    get: read(
      'How many people nobody has told that they are marked, nor said why not, by team, the oldest first',
      untoldResponse,
      { tags: ['Flags'] },
    ),
  },
  '/v1/flags/{id}': {
    get: read(
      'One flag as it is, with what was decided and its whole life for those who may see why it stands',
      flagResponse,
      {
        tags: ['Flags'],
        requestParams: { path: flagPath, query: flagQuery, header: purposeHeader },
        responses: {
          '404': problem('No such flag that this officer may know of'),
          '503': problem('The read could not be written down, so it was not answered: ask again'),
        },
      },
      etag,
    ),
  },
  '/v1/persons/{ref}/flags': {
    post: raising('Raise a flag on a person, or propose it', personPath),
  },
  '/v1/flags/{id}/approve': deciding(
    'Agree as a second person, to a flag or to its clearance',
    answerRequest,
  ),
  '/v1/flags/{id}/refuse': deciding('Disagree as a second person', answerRequest),
  '/v1/flags/{id}/review': deciding('Say that a flag holds, and when to look again', reviewRequest),
  '/v1/flags/{id}/clear': deciding('Clear a flag, or override a rule up to a day', clearRequest),
  '/v1/flags/{id}/told': deciding('Say whether the person knows of the flag', toldRequest),
} satisfies Record<string, ZodOpenApiPathItemObject>;
