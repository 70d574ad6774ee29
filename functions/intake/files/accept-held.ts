import { ApiProblem } from '../../shell/http/api-problem.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import { believeSchema, filePath, fileResponse } from './contract.ts';
import { defineEndpoint, fileEndpoint, unknownFile } from './deps.ts';
import { askerOf, bodyOf, fileOf } from './request.ts';
import { viewOf } from './show-file.ts';

/** Who said so, and why, is kept with it. */
export const acceptHeld = defineEndpoint({
  ...fileEndpoint,
  method: 'POST',
  path: '/v1/systems/{system}/files/{fileId}/believe',
  summary: 'Take a snapshot that is held after all',
  description:
    'It ends what it does not have: `held` says how much and what first. Who said so, and why, is kept with it. Saying so twice does no harm, and the next right snapshot brings back what should not have ended.',
  params: filePath,
  body: believeSchema,
  answers: { 202: { description: 'It is being taken', schema: fileResponse } },
  problems: { ...unknownFile, 409: 'The file is not held', 422: 'The reason is too long' },
  run: async (deps, request) => {
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
  },
});
