import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { secondsAfter } from '../../core/time/instants.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import type { FileRecord } from '../../shell/tables/files/file-record.ts';
import type { FileView } from './contract.ts';
import type { FilesDeps } from './deps.ts';
import { type FilesRequest, fileOf } from './request.ts';

/** A link to a result can be followed for this long. */
const linkSeconds = 60 * 60;

/** `GET /v1/systems/<system>/files/{fileId}`: what became of a file. */
export async function show(
  request: FilesRequest,
  deps: FilesDeps,
): Promise<APIGatewayProxyStructuredResultV2> {
  return jsonResponse(200, await viewOf(await fileOf(request, deps), deps));
}

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
