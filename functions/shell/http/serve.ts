import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { deprecationHeaders } from './deprecated.ts';
import type { Endpoint } from './endpoint.ts';
import { forSystem } from './for-system.ts';
import type { ApiRequest } from './officer-request.ts';
import { problemResponse } from './problem.ts';
import { type Access, refusedScope } from './scope.ts';

type Listed = Pick<Endpoint<never>, 'method' | 'path'>;

/**
 * How an endpoint is called: nothing of it runs for a token without one of its scopes. Where it is deprecated, every answer
 * says so, a refusal too.
 */
export function guarded<D>(endpoint: Endpoint<D>, deps: D, access: Access) {
  return async (request: ApiRequest): Promise<APIGatewayProxyStructuredResultV2> => {
    const answer = refusedScope(endpoint, access, request) ?? (await endpoint.answer(deps, request));
    if (endpoint.deprecated === undefined) return answer;
    return { ...answer, headers: { ...answer.headers, ...deprecationHeaders(endpoint.deprecated) } };
  };
}

/**
 * Answers requests at one function's endpoints. API Gateway has found the route and read its path, so a route is looked up by
 * its key; those of a system's own function are on its own path.
 * @throws {RangeError} for a route that none of them has: the template would have to be wrong
 */
export function answering<D>(endpoints: readonly Endpoint<D>[], deps: D, access: Access) {
  const byRoute = new Map<string, ReturnType<typeof guarded<D>>>(
    endpoints.map(endpoint => [
      `${endpoint.method} ${forSystem(endpoint.path, access.system)}`,
      guarded(endpoint, deps, access),
    ]),
  );
  return (request: ApiRequest): Promise<APIGatewayProxyStructuredResultV2> => {
    const answer = byRoute.get(request.routeKey);
    if (answer === undefined) throw new RangeError(`No endpoint of this function is ${request.routeKey}`);
    return answer(request);
  };
}

/**
 * The answer where no endpoint is: 405 with `Allow` where the path takes other methods, 404 that says which systems there
 * are where only the system is unknown, else 404 that lists what there is.
 */
export function noSuchEndpoint(
  endpoints: readonly Listed[],
  systems: readonly string[],
  { method, path }: { method: string; path: string },
): APIGatewayProxyStructuredResultV2 {
  const here = endpoints.filter(one => isAt(one.path, path));
  const system = /^\/v1\/systems\/([^/]+)\//.exec(path)?.[1];
  if (system !== undefined && here.length > 0 && !systems.includes(system)) {
    const detail = `No source system is called "${system}". The systems are: ${systems.join(', ')}.`;
    return problemResponse({ status: 404, title: 'Unknown system', detail });
  }
  if (here.length > 0) {
    const allow = [...new Set(here.map(one => one.method))].sort().join(', ');
    const detail = `${path} does not take ${method}. It takes ${allow}.`;
    return problemResponse({ status: 405, title: 'Method not allowed', detail }, { allow });
  }
  const all = endpoints.map(one => `${one.method} ${one.path}`).join(', ');
  const detail = `There is nothing at ${path}. The API has ${all}.`;
  return problemResponse({ status: 404, title: 'No such resource', detail });
}

function isAt(template: string, path: string): boolean {
  const parts = template.split('/');
  const own = path.split('/');
  return (
    parts.length === own.length && parts.every((part, index) => part.startsWith('{') || part === own[index])
  );
}
