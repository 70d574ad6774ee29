import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problemResponse } from '../shell/http/problem.ts';
import { ApiProblem } from './api-problem.ts';
import { findProperties } from './find-properties.ts';
import { getFlags } from './get-flags.ts';
import { getProperty } from './get-property.ts';
import { getTimeline } from './get-timeline.ts';
import type { ApiRequest } from './request.ts';
import type { ApiDeps } from './sources.ts';

type Endpoint = (deps: ApiDeps, request: ApiRequest) => Promise<APIGatewayProxyStructuredResultV2>;

const endpoints: Readonly<Record<string, Endpoint>> = {
  '/v1/properties': findProperties,
  '/v1/properties/{uprn}': getProperty,
  '/v1/properties/{uprn}/timeline': getTimeline,
  '/v1/properties/{uprn}/flags': getFlags,
};

/** The routes of the API for the router. */
export function routesOf(deps: ApiDeps) {
  return Object.entries(endpoints).map(([path, endpoint]) => ({
    method: 'GET' as const,
    path,
    handler: (request: ApiRequest) => answered(() => endpoint(deps, request)),
  }));
}

/** 404 for a path that the API does not have; for an unknown system it says which systems there are. */
export function unknownRoute(systems: readonly string[], path: string): APIGatewayProxyStructuredResultV2 {
  const system = /^\/v1\/systems\/([^/]+)\/events$/.exec(path)?.[1];
  if (system !== undefined && !systems.includes(system)) {
    const detail = `No source system is called "${system}". The systems are: ${systems.join(', ')}.`;
    return problemResponse({ status: 404, title: 'Unknown system', detail });
  }
  const detail = `There is nothing at ${path}. The API has ${Object.keys(endpoints).join(', ')} and POST /v1/systems/{system}/events.`;
  return problemResponse({ status: 404, title: 'No such resource', detail });
}

async function answered(answer: () => Promise<APIGatewayProxyStructuredResultV2>) {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error.problem);
    throw error;
  }
}
