import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { HubError } from '../../shell/errors.ts';
import { type ReadBody, readBody, readBytes } from '../../shell/http/body.ts';
import { endpointsFor } from '../../shell/http/define-endpoint.ts';
import { mediaTypeOf } from '../../shell/http/media-type.ts';
import { problemResponse } from '../../shell/http/problem.ts';
import { systemEndpoint } from '../../shell/http/system-endpoint.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { workbookType } from '../../shell/sheets/workbook/records.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { maximumItems, readDocument } from '../item/document.ts';
import type { Document } from '../item/numbered-item.ts';
import { publishing } from '../item/priority.ts';
import { quarantined } from '../item/quarantined.ts';
import { type ReceiveDeps, receiveItems } from '../item/receive-items.ts';
import { readWorkbook } from '../item/workbook.ts';
import { answerOf } from './answer.ts';
import { eventsResponse } from './contract.ts';

export interface HttpDeps extends ReceiveDeps {
  keep: Keep;
}

const workbook = z.string().meta({ description: 'The bytes of an .xlsx workbook' });

/** The largest body that the hub takes over HTTPS, in bytes. */
const maximumBytes = 5 * 1024 * 1024;

/**
 * The answer comes when the bus has taken every event: what was accepted and what was not, row by row. What is wrong is
 * told to the sender; what has no home is kept.
 */
export const postEvents = endpointsFor<HttpDeps>()({
  ...systemEndpoint,
  method: 'POST',
  path: '/v1/systems/{system}/events',
  summary: 'Tell the hub what a source system has to say, in that system’s own format',
  description:
    'One JSON item, an array of them, or a sheet (CSV or .xlsx). Sending the same again is safe: ids are derived.',
  body: {
    byMediaType: { 'application/json': z.unknown(), 'text/csv': z.string(), [workbookType]: workbook },
  },
  answers: { 202: { description: 'What was taken, refused and kept', schema: eventsResponse } },
  problems: {
    400: 'The body is no JSON or no sheet; the answer says where it goes wrong',
    413: 'More than 5 MB, or than 1,000 items: upload it as a file',
    415: 'A media type that this system does not send',
    422: 'Every item is wrong; the answer names every field',
  },
  retry:
    'The hub could not take everything. Send the same body again: what it has already is not taken twice.',
  run: (deps, request) => answer(request, deps),
});

async function answer(request: APIGatewayProxyEventV2, deps: HttpDeps) {
  const { adapter, keep, now } = deps;
  const { system } = adapter.manifest;
  const document = await documentIn(request, adapter);
  if ('problem' in document) return problemResponse(document.problem);
  if (!document.ok)
    return problemResponse({ status: 400, title: 'The body cannot be read', detail: document.detail });
  if (document.items.length > maximumItems) return problemResponse(tooMany(document.items.length));
  const publish = publishing(deps.publish, document.items);
  const { accepted, refused, unpublished } = await receiveItems(document.items, { ...deps, publish });
  if (unpublished.length > 0) {
    logLine(logLines.receivedNotPublished, {
      codes: [...new Set(unpublished.map(({ code }) => code))],
    });
    throw new HubError('The bus did not take every event', { retryable: true });
  }
  const rejected = refused.filter(item => item.refused === 'rejected');
  const kept = await Promise.all(
    refused
      .filter(item => item.refused !== 'rejected')
      .map(async item => {
        const refusal = quarantined(item, { system, receivedAt: now() });
        return { row: item.row, id: await keep(refusal), reason: refusal.reason };
      }),
  );
  logLine(logLines.itemsReceived, {
    accepted: accepted.length,
    rejected: rejected.length,
    quarantined: kept.length,
  });
  return answerOf({ accepted, rejected, quarantined: kept });
}

/** A system that sends sheets may send them as workbooks, which come as bytes. */
async function documentIn(
  request: APIGatewayProxyEventV2,
  adapter: HttpDeps['adapter'],
): Promise<Document | Extract<ReadBody, { ok: false }>> {
  const sheets = adapter.manifest.accepts.includes('text/csv') ? [workbookType] : [];
  const accepts = [...adapter.manifest.accepts, ...sheets];
  if (mediaTypeOf(request.headers['content-type'])?.essence === workbookType) {
    const read = readBytes(request, { accepts, maximumBytes });
    return read.ok ? await readWorkbook(read.bytes, adapter) : read;
  }
  const body = readBody(request, { accepts, maximumBytes });
  return body.ok ? readDocument(body.text, body.essence, adapter) : body;
}

function tooMany(items: number) {
  return {
    status: 413,
    title: 'Too many items',
    detail: `The body holds ${items} items; the hub takes at most ${maximumItems} at once. Send them in parts, or upload them as a file: POST /v1/systems/{system}/files.`,
  };
}
