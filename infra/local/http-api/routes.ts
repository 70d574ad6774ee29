import type { RoutePlan } from '../plan/http-api.ts';

/** A route that matched, with the values of its path parameters, percent-decoded. */
export interface Match {
  readonly route: RoutePlan;
  readonly pathParameters: Readonly<Record<string, string>>;
}

type Rank = readonly number[];

interface Candidate extends Match {
  readonly rank: Rank;
}

const LITERAL = 0;
const PARAMETER = 1;
const GREEDY = 2;
const DEFAULT = 3;

/**
 * Finds the route API Gateway would choose: the most specific path first (a literal segment before
 * a parameter, a parameter before `{proxy+}`, `$default` last), then the method before `ANY`.
 *
 * @param routes the API's routes
 * @param method HTTP method, in capitals
 * @param path path of the request, without the stage
 */
export function findRoute(routes: readonly RoutePlan[], method: string, path: string): Match | undefined {
  const candidates = routes.flatMap(route => candidate(route, method, path));
  const best = candidates.toSorted((one, other) => compare(one.rank, other.rank))[0];
  return best && { route: best.route, pathParameters: best.pathParameters };
}

function candidate(route: RoutePlan, method: string, path: string): Candidate[] {
  if (route.key === '$default') return [{ route, pathParameters: {}, rank: [DEFAULT] }];
  const [wanted = '', template = ''] = route.key.split(' ');
  if (wanted !== 'ANY' && wanted !== method) return [];
  const parts = template.split('/').slice(1).map(readPart);
  const matched = new RegExp(`^${parts.map(({ expression }) => `/${expression}`).join('')}$`).exec(path);
  if (matched === null) return [];
  const names = parts.flatMap(({ name }) => name ?? []);
  const pathParameters = Object.fromEntries(
    names.map((name, index) => [name, decode(matched[index + 1] ?? '')]),
  );
  return [{ route, pathParameters, rank: [...parts.map(({ rank }) => rank), wanted === 'ANY' ? 1 : 0] }];
}

interface Part {
  readonly expression: string;
  readonly rank: number;
  readonly name?: string;
}

function readPart(part: string): Part {
  const [, name, greedy] = /^\{(.+?)(\+?)\}$/.exec(part) ?? [];
  if (name === undefined)
    return { expression: part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), rank: LITERAL };
  return greedy === '+'
    ? { expression: '(.+)', rank: GREEDY, name }
    : { expression: '([^/]+)', rank: PARAMETER, name };
}

function compare(one: Rank, other: Rank): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
