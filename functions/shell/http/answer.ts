import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { errorName, isKnownToPass, isRefusedForGood, isRetryable } from '../errors.ts';
import { logLine } from '../log.ts';
import { logLines } from '../log-lines.ts';
import { ApiProblem } from './api-problem.ts';
import { wrongCursor } from './cursor.ts';
import { type DiscloseDeps, disclose } from './disclose.ts';
import type { Answering, AnyRun, Asked } from './endpoint.ts';
import type { PersonalAnswer, PlainAnswer } from './endpoint-kinds.ts';
import { type LookDeps, lookOf, saying } from './look.ts';
import { type ApiRequest, bodyOf, parametersOf } from './officer-request.ts';
import { jsonResponse, problemResponse } from './problem.ts';
import { refuseUndeclared } from './undeclared.ts';

type Deps = LookDeps & DiscloseDeps;
type Result = APIGatewayProxyStructuredResultV2;

/** Answers an officer: who asks, what exactly, then the endpoint's own code, and the audit before anything personal goes out. */
export function answerOfficer(
  endpoint: Answering,
  run: AnyRun,
  deps: Deps,
  request: ApiRequest,
): Promise<Result> {
  return withProblems(endpoint, request, async () => {
    const asked = readAsked(endpoint, deps, request);
    const answer = await run(deps, asked);
    if (endpoint.shows === 'personal') {
      const { about, headers, ...shown } = answer as PersonalAnswer<object>;
      refuseUndeclared(endpoint, shown);
      return disclose(deps, asked, about, shown, { ...headers, 'lintel-roles': asked.reading.role });
    }
    const { status = 200, answer: body, headers = {} } = answer as PlainAnswer<object>;
    const schema = endpoint.answers[status]?.schema;
    if (schema === undefined) throw new Error(`${endpoint.endpoint} declares no answer ${status}`);
    const shown = z.record(z.string(), z.unknown()).parse(schema.parse(body));
    const said = { 'cache-control': 'no-store', 'lintel-roles': asked.reading.role };
    return jsonResponse(status, shown, { ...said, ...headers });
  });
}

/** Answers a system, whose endpoints read their bodies themselves: as sheets, or up to limits of their own. */
export function answerSystem(
  endpoint: Answering,
  run: AnyRun,
  deps: unknown,
  request: ApiRequest,
): Promise<Result> {
  return withProblems(endpoint, request, async () => (await run(deps, request)) as Result);
}

/** Reads a request as its endpoint declares it: the first part that is wrong is answered, with everything wrong in it. */
function readAsked(
  endpoint: Answering,
  deps: Deps,
  request: ApiRequest,
): Asked<z.ZodType, z.ZodType, z.ZodType, z.ZodType> {
  const { params = anything, query = anything, headers = anything, body } = endpoint;
  const look = lookOf(deps, request, endpoint.endpoint);
  const asked = {
    request,
    params: parametersOf(params, request.pathParameters),
    query: parametersOf(query, request.queryStringParameters),
    body: body instanceof z.ZodType ? bodyOf(body, request) : undefined,
  };
  if ('if-match' in headers.shape && request.headers['if-match'] === undefined) throw preconditionRequired();
  const said = parametersOf(headers, request.headers);
  return { ...asked, ...saying(look, said), headers: said };
}

const anything = z.object({});

function preconditionRequired(): ApiProblem {
  return new ApiProblem({
    status: 428,
    title: 'Which version?',
    detail: 'Say in If-Match which version you decide about: the ETag, as a GET of it has it.',
  });
}

/** The one place where what was thrown becomes problem+json: a problem as it is, a failure of the hub as 503 or 500. */
async function withProblems(
  endpoint: Answering,
  request: ApiRequest,
  answer: () => Promise<Result>,
): Promise<Result> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error.problem);
    // A table refuses for good to go on from where no page of the list can have ended.
    const hasCursor = request.queryStringParameters?.['cursor'] !== undefined;
    if (hasCursor && isRefusedForGood(error)) return problemResponse(wrongCursor().problem);
    logLine(logLines.requestFailed, { endpoint: endpoint.endpoint, error: errorName(error) });
    const isSafeToRepeat = endpoint.shows === 'own-data' ? isRetryable(error) : isKnownToPass(error);
    if (isSafeToRepeat) {
      const { retry: detail = 'Something that the hub needs did not answer. Ask again.' } = endpoint;
      return problemResponse({ status: 503, title: 'Not now', detail }, { 'retry-after': '5' });
    }
    const detail = 'The hub could not answer, and asking again will not help. Whoever runs it has been told.';
    return problemResponse({ status: 500, title: 'The hub failed', detail });
  }
}
