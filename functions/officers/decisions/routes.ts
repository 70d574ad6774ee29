import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { errorName, HubError } from '../../shell/errors.ts';
import { answered } from '../../shell/http/answered.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { problemResponse } from '../../shell/http/problem.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { decisions } from './decide-flag.ts';
import type { DecideDeps } from './deps.ts';
import { raiseOnPerson, raiseOnProperty } from './raise-flag.ts';

type Endpoint = (deps: DecideDeps, request: ApiRequest) => Promise<APIGatewayProxyStructuredResultV2>;

const endpoints: readonly { path: string; endpoint: Endpoint }[] = [
  { path: '/v1/properties/{uprn}/flags', endpoint: raiseOnProperty },
  { path: '/v1/persons/{ref}/flags', endpoint: raiseOnPerson },
  ...decisions,
];

/** The routes of what officers decide, for the router. */
export function routesOf(deps: DecideDeps) {
  return endpoints.map(({ path, endpoint }) => ({
    method: 'POST' as const,
    path,
    handler: (request: ApiRequest) => answered(() => endpoint(deps, request).catch(tooBusy)),
  }));
}

/** Nothing of it was taken, or all of it: under the same key it is safe to ask again. */
function tooBusy(error: unknown): never {
  if (!(error instanceof HubError)) throw error;
  logLine(logLines.decisionNotCommitted, { error: errorName(error) });
  throw new ApiProblem({
    status: 503,
    title: 'Not now',
    detail: 'Too much happens here at once. Ask again with the same Idempotency-Key.',
  });
}

/** 404 for a path that is none of these. */
export function nothingHere(path: string): APIGatewayProxyStructuredResultV2 {
  const detail = `There is nothing at ${path}. Officers decide by POST ${endpoints.map(one => one.path).join(', ')}.`;
  return problemResponse({ status: 404, title: 'No such resource', detail });
}
