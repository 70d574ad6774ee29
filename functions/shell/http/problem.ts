import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** A problem as RFC 9457 writes it; further members are allowed. */
export interface ProblemDetails {
  status: number;
  title: string;
  detail: string;
  [member: string]: unknown;
}

/** An answer in JSON: an object at the top level. */
export function jsonResponse(
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** The one form in which the hub answers an error over HTTPS: `application/problem+json` (RFC 9457). */
export function problemResponse(
  problem: ProblemDetails,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify({ type: 'about:blank', ...problem }),
  };
}
