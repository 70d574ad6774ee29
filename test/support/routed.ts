import { listedEndpoints } from '../../functions/listed-endpoints.ts';

/** What API Gateway finds of a request before it calls a function: the route, and what its braces stand for. */
export interface Routed {
  routeKey: string;
  pathParameters?: Record<string, string>;
}

/** Of two routes for a path, that which names more of it is taken. */
const braces = (path: string) => path.split('{').length;
const mostDefinite = listedEndpoints.toSorted((one, other) => braces(one.path) - braces(other.path));

/** Finds the route of a request as API Gateway does; a system's own function has routes with that system's name in them. */
export function routed(method: string, path: string): Routed {
  const parts = path.split('/');
  for (const one of mostDefinite) {
    const names = one.path.split('/');
    const isIt = names.every((name, index) => name.startsWith('{') || name === parts[index]);
    if (one.method !== method || names.length !== parts.length || !isIt) continue;
    const own = names.map((name, index) => (name === '{system}' ? (parts[index] ?? name) : name));
    const read = own.flatMap((name, index) =>
      name.startsWith('{') ? [[name.slice(1, -1), decodeURIComponent(parts[index] ?? '')] as const] : [],
    );
    return {
      routeKey: `${method} ${own.join('/')}`,
      ...(read.length > 0 && { pathParameters: Object.fromEntries(read) }),
    };
  }
  return { routeKey: '$default' };
}
