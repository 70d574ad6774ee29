import * as z from 'zod';
import type { EventBuses } from './events/bus.ts';
import type { HttpAnswer, HttpQuestion } from './http-server.ts';
import type { JsonObject } from './json.ts';
import type { LogSearch } from './lambda/log-search.ts';
import type { Vault } from './secrets/vault.ts';
import { ServiceError } from './service-error.ts';

const EVENTS = 'AWSEvents.';

/** What the control endpoint speaks for. */
export interface ControlServices {
  readonly buses: EventBuses;
  readonly vault: Vault;
  readonly logs: LogSearch;
}

/**
 * Answers the AWS JSON 1.1 calls of EventBridge, Secrets Manager and CloudWatch Logs. Any other call is refused by
 * name, so that no function ever reaches for a service that is not played here.
 *
 * @param services buses, secrets and logs
 * @param question the HTTP request
 */
export async function answerControl(
  services: ControlServices,
  { request, body }: HttpQuestion,
): Promise<HttpAnswer> {
  const action = String(request.headers['x-amz-target'] ?? `${request.method} ${request.url}`);
  const parameters: unknown =
    body.length > 0 && action.includes('.') ? JSON.parse(body.toString('utf8')) : {};
  try {
    const answer = await play(services, action, parameters);
    if (answer !== undefined) return amzJson(200, answer);
    return failure('UnknownOperationException', `the local runner does not play ${action}`);
  } catch (error) {
    if (error instanceof ServiceError) return failure(error.code, error.message);
    if (error instanceof z.ZodError) return failure('ValidationException', z.prettifyError(error));
    throw error;
  }
}

function play(
  { buses, vault, logs }: ControlServices,
  action: string,
  parameters: unknown,
): Promise<JsonObject> | JsonObject | undefined {
  switch (action) {
    case 'secretsmanager.GetSecretValue':
      return vault.getSecretValue(parameters) ?? noSecret();
    case 'secretsmanager.PutSecretValue':
      return vault.putSecretValue(parameters) ?? noSecret();
    case 'Logs_20140328.FilterLogEvents':
      return logs.filterLogEvents(parameters);
    default:
      return action.startsWith(EVENTS) ? buses.answer(action.slice(EVENTS.length), parameters) : undefined;
  }
}

function noSecret(): never {
  throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}

function failure(type: string, message: string): HttpAnswer {
  const answer = amzJson(400, { __type: type, message });
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': type } };
}

function amzJson(status: number, value: JsonObject): HttpAnswer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(value) };
}
