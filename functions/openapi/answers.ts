import * as z from 'zod';
import { deprecationHeadersSchema } from '../shell/http/deprecated.ts';
import type { Answer, Endpoint } from '../shell/http/endpoint.ts';
import type { EndpointExamples } from '../shell/http/endpoint-examples.ts';
import { problemSchema } from '../shell/http/problem-schema.ts';
import { contentOf, examplesOf } from './content.ts';
import { problemExample } from './problem-examples.ts';

type Described = Omit<Endpoint<never>, 'answer'>;
type ByMediaType = Readonly<Record<string, unknown>>;

/** Every answer that an endpoint gives: its own, the problems, and what API Gateway says before it is asked. */
export function responsesOf(endpoint: Described, examples: EndpointExamples) {
  const shown = examplesOf(examples, endpoint);
  const answers = Object.entries(endpoint.answers).map(([status, answer]) => {
    const byMediaType = { 'application/json': shown.answers[Number(status)], ...shown.otherwise };
    return [status, answerOf(answer, byMediaType)];
  });
  const problems = { ...problemsOfAll(endpoint), ...endpoint.problems };
  const refusals = Object.entries(problems).map(([status, description]) => [
    status,
    problem(status, description),
  ]);
  const own = Object.fromEntries([...answers, ...refusals]) as Record<string, { headers?: z.ZodObject }>;
  return { ...(endpoint.deprecated === undefined ? own : sayingDeprecated(own)), ...byGateway };
}

/** Every answer of the hub itself has the headers; those of the gateway have not. */
function sayingDeprecated(answers: Record<string, { headers?: z.ZodObject }>) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      { ...answer, headers: (answer.headers ?? z.object({})).extend(deprecationHeadersSchema.shape) },
    ]),
  );
}

/** What endpoints of a kind may all answer: an endpoint's own words for a status take the place of these. */
function problemsOfAll({ shows, retry }: Described): Record<number, string> {
  if (shows === 'own-data') {
    return {
      403: 'Another system’s token: not its scope',
      404: 'No system of that name',
      500: 'The hub failed, and asking again will not help',
      503: retry ?? 'Something that the hub needs did not answer. Ask again.',
    };
  }
  const audited = 'What is shown of people could not be written down, so it was not shown: ask again';
  return {
    400: 'A parameter or a field is wrong; the answer names each',
    403: 'The token has no role that the hub knows, or not the scope',
    500: 'The hub failed, and asking again will not help',
    503: shows === 'personal' ? audited : (retry ?? 'Something that the hub needs did not answer: ask again'),
  };
}

function answerOf({ description, schema, headers, otherwise }: Answer, shown: ByMediaType) {
  const content = contentOf({ 'application/json': schema, ...otherwise }, shown);
  return { description, content, ...(headers !== undefined && { headers }) };
}

const problem = (status: string, description: string) => ({
  description,
  content: {
    'application/problem+json': { schema: problemSchema, example: problemExample(status, description) },
  },
});

const gatewayRefusal = z.object({ message: z.string() }).meta({ id: 'RefusedByGateway' });
const byGateway = {
  401: refusedByGateway('No token, or not a valid one', 'Unauthorized'),
  429: refusedByGateway('Too many requests for now: wait, and ask again', 'Too Many Requests'),
};

function refusedByGateway(description: string, message: string) {
  return {
    description: `${description}: answered by API Gateway itself`,
    content: { 'application/json': { schema: gatewayRefusal, example: { message } } },
  };
}
