import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import { believeSchema } from './contract.ts';
import type { FilesDeps } from './deps.ts';
import { askerOf, bodyOf, type FilesRequest, fileOf } from './request.ts';
import { viewOf } from './show-file.ts';

/**
 * `POST /v1/systems/<system>/files/{fileId}/believe`: a snapshot that is held is taken after all; who said so, and why,
 * is kept with it. Saying so twice does no harm.
 * @throws {ApiProblem} 409 for a file that is not held.
 */
export async function believe(
  request: FilesRequest,
  deps: FilesDeps,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { files, now, enqueue } = deps;
  const { reason } = bodyOf(believeSchema, request);
  const file = await fileOf(request, deps);
  if (file.state !== 'held' && file.believed === undefined) {
    const detail = `The file is ${file.state}: only a snapshot that is held is waiting to be believed.`;
    throw new ApiProblem({ status: 409, title: 'The file is not held', detail });
  }
  const said = { by: askerOf(request), at: now(), ...(reason !== undefined && { reason }) };
  const believed = file.believed ?? said;
  const next = file.state === 'held' ? await files.save({ ...file, state: 'waiting', believed }) : file;
  // Also where it was believed before: whoever said so may not have got as far as this.
  if (next.state === 'waiting') await enqueue(file.fileId);
  return jsonResponse(202, await viewOf(next, deps));
}
