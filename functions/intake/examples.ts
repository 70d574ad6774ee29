import leak from '../../schemas/examples/housing.leak.reported.v1.accepted.json' with { type: 'json' };
import type { EndpointExamples } from '../shell/http/endpoint-examples.ts';
import { workbookType } from '../shell/sheets/workbook/records.ts';

const fileId = 'e4a6b4c3-5a9e-4b54-9e4f-0d8a6a0f2f11';
const at = '2025-06-02T09:15:00.000Z';
const file = {
  fileId,
  kind: 'snapshot',
  feed: 'open-jobs',
  contentType: 'text/csv',
  bytes: 48_213,
  registeredAt: at,
};
const sheet = 'Date,Block,Flat,What happened,Leak ref\r\n02/06/2025,Larch Ho,4,Leak reported,LFA-0612\r\n';
const row = {
  Date: '02/06/2025',
  Block: 'Larch Ho',
  Flat: '4',
  'What happened': 'Leak reported',
  'Leak ref': 'LFA-0612',
};

/** What systems send and are answered, operation by operation. */
export const intakeExamples: EndpointExamples = {
  'POST /v1/systems/{system}/events': {
    request: { 'application/json': [row], 'text/csv': sheet, [workbookType]: 'PK…' },
    answers: {
      202: {
        accepted: [{ row: 1, events: [{ id: leak.id, type: leak.type, subject: leak.subject }] }],
        rejected: [],
        quarantined: [],
      },
    },
  },
  'POST /v1/systems/{system}/files': {
    request: {
      'application/json': { kind: 'snapshot', feed: 'open-jobs', contentType: 'text/csv', bytes: 48_213 },
    },
    answers: {
      201: {
        fileId,
        uploadUrl: `https://files.example/${fileId}?X-Amz-Signature=0f3b`,
        headers: { 'content-type': 'text/csv' },
        expiresAt: '2025-06-02T10:15:00.000Z',
        resultUrl: `/v1/systems/repairs/files/${fileId}`,
      },
    },
  },
  'GET /v1/systems/{system}/files/{fileId}': {
    answers: {
      200: {
        ...file,
        state: 'held',
        held: { reason: 'fewer-rows', rows: 40, rowsBefore: 120, disappeared: 80, rowsWithoutKey: 0 },
      },
    },
    otherwise: {
      'application/x-ndjson': {
        row: 2,
        outcome: 'rejected',
        problems: [{ path: 'Job no', message: 'is missing' }],
      },
    },
  },
  'POST /v1/systems/{system}/files/{fileId}/believe': {
    request: { 'application/json': { reason: 'The contractor closed eighty jobs yesterday.' } },
    answers: { 202: { ...file, state: 'processing' } },
  },
};
