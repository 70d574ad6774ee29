import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { roleSchema, teamOf } from '../../core/views/roles.ts';
import { ApiProblem } from './api-problem.ts';
import { readJson } from './json.ts';

export type ApiRequest = APIGatewayProxyEventV2WithJWTAuthorizer;

/**
 * Who asks: the role in the token's claim decides the team, the team what may be seen.
 * @throws {ApiProblem} 403 when the token names no role that the hub knows.
 */
export function viewerOf(
  request: ApiRequest,
  {
    roleClaim,
    teamOfSystem = () => undefined,
  }: { roleClaim: string } & Partial<Pick<Viewer, 'teamOfSystem'>>,
): Viewer {
  const role = roleSchema.safeParse(request.requestContext.authorizer?.jwt?.claims?.[roleClaim]);
  if (role.success) return { team: teamOf(role.data), teamOfSystem };
  throw new ApiProblem({
    status: 403,
    title: 'No role in the token',
    detail: `The token’s claim "${roleClaim}" must be one of: ${roleSchema.options.join(', ')}.`,
  });
}

/** Who decides something, as it is kept: the token's subject and role. */
export function officerOf(
  request: ApiRequest,
  { roleClaim }: { roleClaim: string },
): { officer: string; role: string } {
  const claims = request.requestContext.authorizer.jwt.claims;
  return { officer: String(claims['sub']), role: String(claims[roleClaim]) };
}

/**
 * Reads the JSON body of a request.
 * @throws {ApiProblem} 400 when it is no JSON, or naming every wrong field.
 */
export function bodyOf<S extends z.ZodType>(
  schema: S,
  { body = '', isBase64Encoded }: ApiRequest,
): z.output<S> {
  const json = readJson(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
  if (json.ok && typeof json.value === 'object' && json.value !== null)
    return parametersOf(schema, json.value);
  throw new ApiProblem({
    status: 400,
    title: 'The body cannot be read',
    detail: 'The body must be a JSON object.',
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
