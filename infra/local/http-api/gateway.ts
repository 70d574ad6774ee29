import { randomUUID } from 'node:crypto';
import type { Activity } from '../activity.ts';
import { type Answer, type HttpAnswer, type HttpQuestion, json } from '../http-server.ts';
import { FunctionError, TOO_LARGE } from '../lambda/function-error.ts';
import { functionNamed, type LocalFunctions } from '../lambda/functions.ts';
import type { HttpApiPlan } from '../plan/http-api.ts';
import { startLimit } from '../time-limit.ts';
import { httpAnswer } from './answer.ts';
import { type Authorized, createAuthorizer } from './authorizer.ts';
import { requestEvent } from './request-event.ts';
import { findRoute, type Match } from './routes.ts';

/** An HTTP API takes bodies of up to 10 MB and waits half a minute for an answer. */
export const BODY_LIMIT = 10 * 1024 * 1024;
const ANSWER_LIMIT_MS = 30_000;

/** What the gateway needs to know. */
export interface GatewaySettings {
  readonly plan: HttpApiPlan;
  readonly functions: LocalFunctions;
  readonly activity: Activity;
  readonly now: () => Date;
}

/**
 * Opens the HTTP API: its answers are those API Gateway would give. Route, authorise, invoke.
 *
 * @param settings routes, functions and the hub's time
 */
export function openGateway(settings: GatewaySettings): Answer {
  const authorize = createAuthorizer();
  return async question => {
    const { request } = question;
    const ended = settings.activity.begin(`${request.method} ${request.url}`);
    try {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      const match = findRoute(settings.plan.routes, request.method ?? '', withoutStage(settings.plan, url));
      if (match === undefined) return json(404, { message: 'Not Found' });
      const { authorizer } = match.route;
      if (authorizer === undefined) return await invoke(settings, question, url, match, undefined);
      const outcome = await authorize(authorizer, match.route, request.headers.authorization);
      if (outcome.kind === 'refused') return outcome.answer;
      return await invoke(settings, question, url, match, outcome.authorized);
    } finally {
      ended();
    }
  };
}

function withoutStage({ stage }: HttpApiPlan, { pathname }: URL): string {
  return stage !== '$default' && pathname.startsWith(`/${stage}/`)
    ? pathname.slice(stage.length + 1)
    : pathname;
}

async function invoke(
  { plan, functions, now }: GatewaySettings,
  { request, body }: HttpQuestion,
  url: URL,
  match: Match,
  authorized: Authorized | undefined,
): Promise<HttpAnswer> {
  const event = requestEvent({
    method: request.method ?? '',
    url,
    headers: request.headers,
    body,
    match,
    authorized,
    apiId: plan.id,
    stage: plan.stage,
    requestId: randomUUID(),
    now: now(),
  });
  try {
    return await withinLimit(functionNamed(functions, match.route.functionName).invoke(event));
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    if (error.errorType === TOO_LARGE) return json(413, { message: 'Request Entity Too Large' });
    return json(500, { message: 'Internal Server Error' });
  }
}

/** A function that takes longer goes on by itself; the caller is told no more than this. */
async function withinLimit(result: Promise<unknown>): Promise<HttpAnswer> {
  const { promise, resolve } = Promise.withResolvers<HttpAnswer>();
  const timer = startLimit(() => resolve(json(503, { message: 'Service Unavailable' })), ANSWER_LIMIT_MS);
  try {
    return await Promise.race([result.then(httpAnswer), promise]);
  } finally {
    clearTimeout(timer);
  }
}
