import { secondsAfter } from '../../core/time/instants.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import type { FileRecord } from '../../shell/tables/files/file-record.ts';
import { type FileView, filePath, fileResponse, resultLineSchema } from './contract.ts';
import { defineEndpoint, type FilesDeps, fileEndpoint, unknownFile } from './deps.ts';
import { fileOf } from './request.ts';

/** A link to a result can be followed for this long. */
const linkSeconds = 60 * 60;

export const showFile = defineEndpoint({
  ...fileEndpoint,
  method: 'GET',
  path: '/v1/systems/{system}/files/{fileId}',
  summary: 'What became of a file, with a link to the answer to each of its rows',
  params: filePath,
  answers: {
    200: {
      description: 'The result that it links to is JSON lines (`FileResultLine`)',
      schema: fileResponse,
      otherwise: { 'application/x-ndjson': resultLineSchema },
    },
  },
  problems: unknownFile,
  run: async (deps, request) => jsonResponse(200, await viewOf(await fileOf(request, deps), deps)),
});

/** A file as its system sees it, with a link to the result where there is one. */
export async function viewOf(file: FileRecord, { links, now }: FilesDeps): Promise<FileView> {
  const { fileId, kind, feed, contentType, bytes, registeredAt, state } = file;
  const { counts, held, believed, problem, finishedAt, result } = file;
  const view = {
    fileId,
    kind,
    feed,
    contentType,
    bytes,
    registeredAt,
    state,
    counts,
    held,
    believed,
    problem,
    finishedAt,
  };
  if (result === undefined) return view;
  const url = await links.download(result.key, linkSeconds);
  return { ...view, result: { url, expiresAt: secondsAfter(now(), linkSeconds), bytes: result.bytes } };
}
