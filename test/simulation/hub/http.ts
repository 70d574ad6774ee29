import { routed } from '../../support/routed.ts';
import type { Json } from '../world/process.ts';
import type { Random } from '../world/random.ts';
import type { Scheduler } from '../world/scheduler.ts';
import type { Runtime } from './runtime.ts';

/** What somebody asks over HTTPS. */
export interface HttpRequest {
  readonly function: string;
  readonly method: string;
  readonly path: string;
  readonly claims: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What they are answered; nobody answers where the function failed. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly requestId: string;
}

/** The API of the hub. */
export interface Door {
  /** Asks once. */
  ask(request: HttpRequest, onAnswer: (answer: HttpAnswer) => void): void;
  /** Asks until the answer is not that the hub could not, as every system does. */
  insist(request: HttpRequest, onAnswer: (answer: HttpAnswer) => void): void;
}

const waitSeconds = 30;
const patience = 400;

/** Makes the door to a hub's functions. */
export function makeDoor(runtime: Runtime, scheduler: Scheduler, random: Random): Door {
  function ask(request: HttpRequest, onAnswer: (answer: HttpAnswer) => void): void {
    const requestId = random.id();
    runtime.invoke<Json>(request.function, eventOf(request, requestId), ended => {
      if (!ended.answered) return onAnswer({ status: 503, headers: {}, body: {}, requestId });
      const { statusCode, headers = {}, body } = ended.answer;
      onAnswer({
        ...{ status: statusCode, headers, requestId },
        body: body === undefined ? {} : JSON.parse(body),
      });
    });
  }
  function insist(request: HttpRequest, onAnswer: (answer: HttpAnswer) => void, tried = 0): void {
    ask(request, answer => {
      if (answer.status < 500 || tried >= patience) return onAnswer(answer);
      const seconds = waitSeconds * Math.min(20, 1 + tried) * (0.5 + random.next());
      scheduler.after(seconds * 1000, () => insist(request, onAnswer, tried + 1));
    });
  }
  return { ask, insist };
}

function eventOf(
  { method, path, claims, headers = {}, query = {}, body }: HttpRequest,
  requestId: string,
): Json {
  return {
    version: '2.0',
    ...routed(method, path),
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers,
    queryStringParameters: query,
    requestContext: { requestId, http: { method, path }, authorizer: { jwt: { claims } } },
    isBase64Encoded: false,
    ...(body !== undefined && { body }),
  };
}
