import type { LocalHub } from '@infra/local';
import type { Role } from '../../../functions/core/views/roles.ts';
import { officerToken } from '../../scenarios/officer.ts';
import { expectAsDescribed } from './as-described.ts';

/** A request as a client outside the hub makes it. */
export interface Request {
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  token?: string;
  contentType?: string;
  /** Makes a decision repeatable. */
  idempotencyKey?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  contentType: string | null;
  headers: Headers;
  body: unknown;
}

/** Sends requests to the hub's API, and holds each answer to what the API's description says. */
export function makeRequests({ apiUrl }: Pick<LocalHub, 'apiUrl'>) {
  return async ({
    method = 'GET',
    path,
    token,
    contentType,
    idempotencyKey,
    headers,
    body,
  }: Request): Promise<Answer> => {
    const answer = await fetch(`${apiUrl}${path}`, {
      method,
      headers: {
        ...headers,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(contentType !== undefined && { 'content-type': contentType }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body !== undefined && { body }),
    });
    const { status } = answer;
    const answeredIn = answer.headers.get('content-type');
    const shown: unknown = await answer.json();
    expectAsDescribed({ method, path, status, contentType: answeredIn, body: shown });
    return { status, contentType: answeredIn, headers: answer.headers, body: shown };
  };
}

/** A token that lets its bearer publish for a system. */
export function publishToken(hub: LocalHub, system: string): Promise<string> {
  return hub.mintUserToken({ subject: system, scope: `lintel/${system}.publish` });
}

/** A token of an officer. */
export function roleToken(hub: LocalHub, role: Role): Promise<string> {
  return hub.mintUserToken(officerToken(role));
}

export const problemJson = 'application/problem+json';
