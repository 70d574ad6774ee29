import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { SystemManifest } from '../../adapters/contract.ts';
import { epochSeconds, secondsAfter } from '../../core/time/instants.ts';
import { decoderOf, mediaTypeOf } from '../../shell/http/media-type.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import type { FileRecord } from '../../shell/tables/files/file-record.ts';
import { type Registration, registrationSchema } from './contract.ts';
import type { FilesDeps } from './deps.ts';
import { objectKeysOf } from './object-keys.ts';
import { askerOf, bodyOf, type FilesRequest, wrongFields } from './request.ts';

/** An upload has to begin within this time. */
const linkSeconds = 15 * 60;
/** As long as the bucket keeps what was uploaded. */
const keptSeconds = 90 * 24 * 60 * 60;

/**
 * `POST /v1/systems/<system>/files`: a link to upload one file with.
 * @throws {ApiProblem} 422 for a content type or a snapshot that the system does not send.
 */
export async function register(
  request: FilesRequest,
  deps: FilesDeps,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { adapter, files, links, newId, now } = deps;
  const { manifest } = adapter;
  const registration = bodyOf(registrationSchema, request);
  const wrong = problemsWith(registration, manifest);
  if (wrong.length > 0) throw wrongFields(wrong);
  const [fileId, registeredAt] = [newId(), now()];
  const upload = { ...registration, key: objectKeysOf(manifest.system).upload(fileId) };
  const { url, headers } = await links.upload(upload, linkSeconds);
  const file: FileRecord = {
    ...registration,
    fileId,
    registeredAt,
    registeredBy: askerOf(request),
    state: 'waiting',
    dealtWith: 0,
    parts: [],
    revision: 0,
    expiresAt: epochSeconds(secondsAfter(registeredAt, keptSeconds)),
  };
  await files.create(file);
  const resultUrl = `/v1/systems/${manifest.system}/files/${fileId}`;
  const expiresAt = secondsAfter(registeredAt, linkSeconds);
  const answer = jsonResponse(201, { fileId, uploadUrl: url, headers, expiresAt, resultUrl });
  return { ...answer, headers: { ...answer.headers, location: resultUrl } };
}

function problemsWith(registration: Registration, { accepts, snapshots = {} }: SystemManifest): object[] {
  const type = mediaTypeOf(registration.contentType);
  const [taken, feeds] = [mediaTypesOf(registration.kind, accepts), Object.keys(snapshots)];
  const isTaken = type !== undefined && taken.includes(type.essence) && decoderOf(type.charset) !== undefined;
  const expected = `${taken.join(' or ')}, in UTF-8 or a named charset`;
  const isFeed = registration.kind === 'events' || feeds.includes(registration.feed);
  return [
    ...(isTaken ? [] : [{ path: '/contentType', message: 'This system does not send such files', expected }]),
    ...(isFeed
      ? []
      : [{ path: '/feed', message: 'This system has no such snapshot', expected: feeds.join(' | ') }]),
  ];
}

/** What can be read row by row: of JSON, lines. A snapshot is a sheet. */
function mediaTypesOf(kind: Registration['kind'], accepts: SystemManifest['accepts']): string[] {
  if (kind === 'snapshot') return ['text/csv'];
  return accepts.map(type => (type === 'application/json' ? 'application/x-ndjson' : type));
}
