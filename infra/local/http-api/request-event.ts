import type { IncomingHttpHeaders } from 'node:http';
import { ACCOUNT } from '../place.ts';
import type { Authorized } from './authorizer.ts';
import type { Match } from './routes.ts';

/** What an event is made from. */
export interface RequestParts {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly match: Match;
  readonly authorized: Authorized | undefined;
  readonly apiId: string;
  readonly stage: string;
  readonly requestId: string;
  readonly now: Date;
}

/** The media types API Gateway hands over as text; everything else, a missing type included, is base64. */
const TEXT = /^(text\/.+|application\/(json|javascript|xml))$/;

/**
 * Builds the event of an HTTP API, payload format 2.0.
 *
 * @param parts the request, the route that matched and who sent it
 */
export function requestEvent(parts: RequestParts): object {
  const { url, headers, body, match, authorized } = parts;
  const { cookie, ...others } = headers;
  const text = TEXT.test((headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '');
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
    ...(url.search.length > 1 && { queryStringParameters: joined(url.searchParams) }),
    requestContext: requestContext(parts, authorized),
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
}

function requestContext(parts: RequestParts, authorized: Authorized | undefined): object {
  const { method, url, headers, match, apiId, stage, requestId, now } = parts;
  return {
    accountId: ACCOUNT,
    apiId,
    ...(authorized !== undefined && { authorizer: { jwt: authorized } }),
    domainName: url.host,
    domainPrefix: apiId,
    http: {
      method,
      path: url.pathname,
      protocol: 'HTTP/1.1',
      sourceIp: '127.0.0.1',
      userAgent: headers['user-agent'] ?? '',
    },
    requestId,
    routeKey: match.route.key,
    stage,
    time: commonLogTime(now),
    timeEpoch: now.getTime(),
  };
}

/** Values of a repeated name are joined by commas. */
function joined(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map(name => [name, parameters.getAll(name).join(',')]),
  );
}

function commonLogTime(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
