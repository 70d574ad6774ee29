import type { EventBuses } from './events/bus.ts';
import { ValidationException } from './events/put-events.ts';
import type { HttpAnswer, HttpQuestion } from './http-server.ts';
import type { Json } from './json.ts';
import type { Vault } from './secrets/vault.ts';

/** What the control endpoint speaks for. */
export interface ControlServices {
  readonly buses: EventBuses;
  readonly vault: Vault;
}

/**
 * Answers the AWS JSON 1.1 calls of EventBridge and Secrets Manager. Any other call is refused by
 * name, so that no function ever reaches for a service that is not played here.
 *
 * @param services buses and secrets
 * @param question the HTTP request
 */
export function answerControl(
  services: ControlServices,
  { request, body }: HttpQuestion,
): Promise<HttpAnswer> {
  const action = String(request.headers['x-amz-target'] ?? `${request.method} ${request.url}`);
  const parameters: unknown =
    body.length > 0 && action.includes('.') ? JSON.parse(body.toString('utf8')) : {};
  switch (action) {
    case 'AWSEvents.PutEvents':
      return putEvents(services.buses, parameters);
    case 'secretsmanager.GetSecretValue': {
      const secret = services.vault.getSecretValue(parameters);
      if (secret !== undefined) return Promise.resolve(amzJson(200, secret));
      return Promise.resolve(
        failure('ResourceNotFoundException', "Secrets Manager can't find the specified secret."),
      );
    }
    default:
      return Promise.resolve(
        failure('UnknownOperationException', `the local runner does not play ${action}`),
      );
  }
}

async function putEvents(buses: EventBuses, parameters: unknown): Promise<HttpAnswer> {
  try {
    return amzJson(200, await buses.putEvents(parameters));
  } catch (error) {
    if (error instanceof ValidationException) return failure('ValidationException', error.message);
    throw error;
  }
}

function failure(type: string, message: string): HttpAnswer {
  const answer = amzJson(400, { __type: type, message });
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': type } };
}

function amzJson(status: number, value: Json): HttpAnswer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(value) };
}
