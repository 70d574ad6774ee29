import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answered } from '../shell/http/answered.ts';
import type { ApiRequest } from '../shell/http/officer-request.ts';
import { problemResponse } from '../shell/http/problem.ts';
import { getFlag } from './flags/get-flag.ts';
import { getFlags } from './flags/get-flags.ts';
import { getUntold } from './flags/get-untold.ts';
import { listFlags } from './flags/list-flags.ts';
import { findProperties } from './properties/find-properties.ts';
import { getProperty } from './properties/get-property.ts';
import { getTimeline } from './properties/get-timeline.ts';
import type { ApiDeps } from './properties/sources.ts';
import { getQuarantined } from './quarantine/get-quarantined.ts';
import { listQuarantine } from './quarantine/list-quarantine.ts';
import { resolveQuarantined } from './quarantine/resolve-quarantined.ts';

type Endpoint = (deps: ApiDeps, request: ApiRequest) => Promise<APIGatewayProxyStructuredResultV2>;

const endpoints: readonly { method: 'GET' | 'POST'; path: string; endpoint: Endpoint }[] = [
  { method: 'GET', path: '/v1/properties', endpoint: findProperties },
  { method: 'GET', path: '/v1/properties/{uprn}', endpoint: getProperty },
  { method: 'GET', path: '/v1/properties/{uprn}/timeline', endpoint: getTimeline },
  { method: 'GET', path: '/v1/properties/{uprn}/flags', endpoint: getFlags },
  { method: 'GET', path: '/v1/flags', endpoint: listFlags },
  { method: 'GET', path: '/v1/flags/untold', endpoint: getUntold },
  { method: 'GET', path: '/v1/flags/{id}', endpoint: getFlag },
  { method: 'GET', path: '/v1/quarantine', endpoint: listQuarantine },
  { method: 'GET', path: '/v1/quarantine/{id}', endpoint: getQuarantined },
  { method: 'POST', path: '/v1/quarantine/{id}/resolve', endpoint: resolveQuarantined },
];

/** The routes of the API for the router. */
export function routesOf(deps: ApiDeps) {
  return endpoints.map(({ method, path, endpoint }) => ({
    method,
    path,
    handler: (request: ApiRequest) => answered(() => endpoint(deps, request)),
  }));
}

/** 404 for a path that the API does not have; for an unknown system it says which systems there are. */
export function unknownRoute(systems: readonly string[], path: string): APIGatewayProxyStructuredResultV2 {
  const system = /^\/v1\/systems\/([^/]+)\/(?:events|files|flags|receipts|resend)(?:\/|$)/.exec(path)?.[1];
  if (system !== undefined && !systems.includes(system)) {
    const detail = `No source system is called "${system}". The systems are: ${systems.join(', ')}.`;
    return problemResponse({ status: 404, title: 'Unknown system', detail });
  }
  const detail = `There is nothing at ${path}. The API has ${endpoints.map(({ method, path }) => `${method} ${path}`).join(', ')} and POST /v1/systems/{system}/events.`;
  return problemResponse({ status: 404, title: 'No such resource', detail });
}
