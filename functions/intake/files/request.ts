import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { readJson } from '../../shell/http/json.ts';
import { refuseRepeated } from '../../shell/http/officer-request.ts';
import { clientIn } from '../../shell/http/token.ts';
import type { FileRecord } from '../../shell/tables/files/file-record.ts';
import { problemsOf } from '../item/problems.ts';
import { filePath } from './contract.ts';
import type { FilesDeps } from './deps.ts';

export type FilesRequest = APIGatewayProxyEventV2WithJWTAuthorizer;

/** Who asks. @throws {ApiProblem} 403 when the token names neither a client nor anybody else. */
export function askerOf({ requestContext }: FilesRequest): string {
  return clientIn(requestContext.authorizer.jwt.claims);
}

/**
 * Checks the JSON body of a request; none at all is an empty object.
 * @throws {ApiProblem} 400 where it is not JSON, 422 naming every wrong field.
 */
export function bodyOf<S extends z.ZodType>(schema: S, { body, isBase64Encoded }: FilesRequest): z.output<S> {
  const text = isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? '');
  const json = readJson(text === '' ? '{}' : text);
  if (!json.ok) {
    const detail = `The body is not JSON: it goes wrong at position ${json.position}.`;
    throw new ApiProblem({ status: 400, title: 'The body cannot be read', detail });
  }
  refuseRepeated(text);
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return parsed.data;
  const errors = problemsOf(parsed.error, json.value);
  throw wrongFields(errors);
}

/** The problem that names wrong fields of a body. */
export function wrongFields(errors: readonly object[]): ApiProblem {
  const detail = 'Correct what `errors` names and send it again.';
  return new ApiProblem({ status: 422, title: 'The request is wrong', detail, errors });
}

/**
 * The file that a request names.
 * @throws {ApiProblem} 404 when the system was given no link of this id, or so long ago that it is forgotten.
 */
export async function fileOf(
  { pathParameters }: FilesRequest,
  { files, adapter }: FilesDeps,
): Promise<FileRecord> {
  const { data: params } = filePath.safeParse(pathParameters);
  const file = params && (await files.find(params.fileId));
  if (file !== undefined) return file;
  const detail = `${adapter.manifest.title} has no file of this id. Files are kept for 90 days.`;
  throw new ApiProblem({ status: 404, title: 'No such file', detail });
}
