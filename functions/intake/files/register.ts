import type { SystemManifest } from '../../adapters/contract.ts';
import { epochSeconds, secondsAfter } from '../../core/time/instants.ts';
import { decoderOf, mediaTypeOf } from '../../shell/http/media-type.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import { workbookType } from '../../shell/sheets/workbook/records.ts';
import type { FileRecord } from '../../shell/tables/files/file-record.ts';
import { type Registration, registrationSchema, uploadResponse } from './contract.ts';
import { defineEndpoint, fileEndpoint } from './deps.ts';
import { objectKeysOf } from './object-keys.ts';
import { askerOf, bodyOf, wrongFields } from './request.ts';

/** An upload has to begin within this time. */
const linkSeconds = 15 * 60;
/** As long as the bucket keeps what was uploaded. */
const keptSeconds = 90 * 24 * 60 * 60;

export const registerFile = defineEndpoint({
  ...fileEndpoint,
  method: 'POST',
  path: '/v1/systems/{system}/files',
  summary: 'Ask for a link to upload a file with',
  description:
    'A file of events is a sheet (CSV or .xlsx) or JSON lines in the system’s own format. A snapshot is a full extract (a sheet): the hub compares it with the last one and hears what appeared, changed and disappeared.',
  body: registrationSchema,
  answers: { 201: { description: 'PUT the file there', schema: uploadResponse } },
  problems: {
    400: 'The body is not JSON',
    422: 'A content type, size or snapshot that the system does not send',
  },
  run: async (deps, request) => {
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
    const answer = { fileId, uploadUrl: url, headers, expiresAt, resultUrl };
    return jsonResponse(201, answer, { location: resultUrl });
  },
});

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

/** What can be read row by row: of JSON, lines. A snapshot is a sheet, and a sheet may be a workbook. */
function mediaTypesOf(kind: Registration['kind'], accepts: SystemManifest['accepts']): string[] {
  if (kind === 'snapshot') return ['text/csv', workbookType];
  return accepts.flatMap(type =>
    type === 'application/json' ? ['application/x-ndjson'] : [type, workbookType],
  );
}
