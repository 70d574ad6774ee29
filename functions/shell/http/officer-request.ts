import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import { encryptedPrefix } from '../../../schemas/encrypted.ts';
import { encryptedAt } from '../../core/encryption/refused-text.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { type Role, teamOf } from '../../core/views/roles.ts';
import { ApiProblem } from './api-problem.ts';
import { readJson } from './json.ts';
import { repeatedKeys } from './repeated-keys.ts';
import { type Claims, rolesIn, subjectIn, type Tokens } from './token.ts';

export type ApiRequest = APIGatewayProxyEventV2WithJWTAuthorizer;

interface WhoAsks {
  tokens: Tokens;
}

/**
 * Who asks: the roles in the token decide the teams, the teams what may be seen.
 * @throws {ApiProblem} 403 when the token names no role that the hub knows, or not the one asked for in `Lintel-Role`
 */
export function viewerOf(
  request: ApiRequest,
  { tokens, teamOfSystem = () => undefined }: WhoAsks & Partial<Pick<Viewer, 'teamOfSystem'>>,
): Viewer {
  return { teams: rolesOf(request, tokens).map(teamOf), teamOfSystem };
}

/**
 * Who asks or decides, as it is kept: the token's subject, and the roles in which they do.
 * @throws {ApiProblem} 403 when the token names nobody, or no role
 */
export function officerOf(
  request: ApiRequest,
  { tokens }: WhoAsks,
): { officer: string; roles: readonly Role[] } {
  return { officer: subjectIn(claimsOf(request)), roles: rolesOf(request, tokens) };
}

function rolesOf(request: ApiRequest, tokens: Tokens): readonly Role[] {
  return rolesIn(claimsOf(request), tokens, request.headers?.['lintel-role']);
}

/** The claims of the token that a request came with. */
export function claimsOf({ requestContext }: ApiRequest): Claims {
  return requestContext.authorizer?.jwt?.claims ?? {};
}

/**
 * Reads the JSON body of a request.
 * @throws {ApiProblem} 400 when it is no JSON, or naming every wrong field.
 */
export function bodyOf<S extends z.ZodType>(
  schema: S,
  { body = '', isBase64Encoded }: ApiRequest,
): z.output<S> {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  const json = readJson(text);
  if (json.ok) refuseRepeated(text);
  if (json.ok) refuseEncrypted(json.value);
  if (json.ok && typeof json.value === 'object' && json.value !== null)
    return parametersOf(schema, json.value);
  throw new ApiProblem({
    status: 400,
    title: 'The body cannot be read',
    detail: 'The body must be a JSON object.',
  });
}

/** @throws {ApiProblem} 400 where a text begins as the hub's encrypted ones do: it would be decrypted for whoever reads it. */
function refuseEncrypted(value: unknown): void {
  const path = encryptedAt(value)?.join('.');
  if (path === undefined) return;
  throw new ApiProblem({
    status: 400,
    title: 'An encrypted text',
    detail: 'No text may begin as those do which the hub encrypts: write it in clear.',
    errors: [{ path, message: `begins with "${encryptedPrefix}"` }],
  });
}

/** @throws {ApiProblem} 400 where a key stands in an object twice: nobody can tell which of the two is meant. */
export function refuseRepeated(text: string): void {
  const errors = repeatedKeys(text).map(({ key, path }) => ({
    path: [...path, key].join('.'),
    message: 'this key stands there twice, in capitals or not',
  }));
  if (errors.length === 0) return;
  throw new ApiProblem({
    status: 400,
    title: 'A key stands there twice',
    detail: 'Each key has to be in an object once: `errors` names those that are not.',
    errors,
  });
}

/**
 * Checks the parameters of a request against a schema.
 * @throws {ApiProblem} 400 naming every wrong parameter and what was expected.
 */
export function parametersOf<S extends z.ZodType>(schema: S, parameters: object | undefined): z.output<S> {
  const parsed = schema.safeParse(parameters ?? {});
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new ApiProblem({
    status: 400,
    title: 'Wrong parameters',
    detail: 'The request’s parameters are wrong.',
    errors,
  });
}
