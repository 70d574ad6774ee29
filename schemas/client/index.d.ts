import type { Client } from 'openapi-fetch';
import type { components, paths } from './api.js';

export type { components, operations, paths } from './api.js';

/** The form of every refusal and failure of the hub (RFC 9457). */
export type Problem = components['schemas']['Problem'];

/** That an endpoint which was called will go. */
export interface DeprecatedCall {
  /** Such as `GET /v1/flags`. */
  endpoint: string;
  /** From when it may be gone. */
  sunset: Date;
  /** The path that takes its place. */
  instead: string | undefined;
}

export interface LintelOptions {
  /** Where the hub is: the output `ApiUrl` of the stack. */
  baseUrl: string;
  /** The token for a request; it is asked for each, so that it can be renewed. */
  token: () => string | Promise<string>;
  /** Told of each answer of a deprecated endpoint. */
  onDeprecated?: (call: DeprecatedCall) => void;
  /** What sends requests, where that is not the platform’s own. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A client of the hub's API: `GET`, `POST` and `PUT` of each path, which answer `{ data }` or `{ error }`, and `response`. */
export function lintel(options: LintelOptions): Client<paths>;
