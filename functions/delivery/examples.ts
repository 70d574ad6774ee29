import raised from '../../schemas/examples/housing.flag.raised.v1.accepted.json' with { type: 'json' };
import type { EndpointExamples } from '../shell/http/endpoint-examples.ts';

const { flag } = raised.data;
const held = { id: flag.id, version: flag.version };
const at = '2025-06-02T09:15:00.000Z';

/** What systems say of the flags that they hold, and who may see how far they are from what they are owed. */
export const deliveryExamples: EndpointExamples = {
  'GET /v1/flags/drift': {
    answers: {
      200: {
        at,
        systems: [
          {
            system: 'repairs',
            owed: 120,
            missing: 1,
            stale: 0,
            extra: 0,
            oldest: flag.changedAt,
            differences: [{ kind: 'missing', id: flag.id, code: flag.code, since: flag.changedAt }],
          },
        ],
      },
    },
  },
  'POST /v1/systems/{system}/receipts': {
    request: { 'application/json': { receipts: [{ flagId: flag.id, version: flag.version }] } },
    answers: {
      200: { receipts: [{ flagId: flag.id, version: flag.version, result: 'acknowledged' }] },
    },
  },
  'PUT /v1/systems/{system}/flags': {
    request: { 'application/json': { flags: [held], own: [{ localReference: 'W-17', code: 'DOG' }] } },
    answers: {
      200: {
        same: 1,
        counts: { raise: 0, update: 0, remove: 1 },
        raise: [],
        update: [],
        remove: [{ localReference: 'W-17' }],
        complete: true,
      },
    },
  },
  'POST /v1/systems/{system}/resend': {
    answers: { 202: { raise: 1, update: 0, remove: 0, complete: true } },
  },
};
