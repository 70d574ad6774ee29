import { deliveryEndpoints } from './delivery/deliver/endpoints.ts';
import { getDrift } from './delivery/drift/get-drift.ts';
import { filesEndpoints } from './intake/files/endpoints.ts';
import { postEvents } from './intake/receive/receive-http.ts';
import { auditEndpoints } from './officers/audit/list-reads.ts';
import { decisionEndpoints } from './officers/decisions/endpoints.ts';
import { readingEndpoints } from './officers/endpoints.ts';

/**
 * Every endpoint of the hub, by the function that answers it. Routes, scopes, OpenAPI, the page of endpoints and the tests
 * of the contract are made from this list.
 */
export const endpoints = {
  api: readingEndpoints,
  decide: decisionEndpoints,
  audit: auditEndpoints,
  drift: [getDrift],
  receive: [postEvents],
  files: filesEndpoints,
  deliver: deliveryEndpoints,
} as const;
