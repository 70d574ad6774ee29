import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ClaimNames } from './claim-names.ts';
import type { Endpoint } from './endpoint.ts';
import { forSystem } from './for-system.ts';
import { type ApiRequest, claimsOf } from './officer-request.ts';
import { problemResponse } from './problem.ts';
import { scopesOf } from './token.ts';

/** Who may use the endpoints of a function. */
export interface Access {
  claimNames: ClaimNames;
  /** Whose own function it is, where each system has one: its scope is for its endpoints alone. */
  system?: string;
}

/**
 * The answer to a token without any of an endpoint's scopes: 403, with the challenge of RFC 6750. API Gateway has found the
 * token to be the issuer's, but sees scopes in `scope` and `scp` alone, so that what a token is good for is judged here.
 */
export function refusedScope(
  { scopes }: Pick<Endpoint<never>, 'scopes'>,
  { claimNames, system }: Access,
  request: ApiRequest,
): APIGatewayProxyStructuredResultV2 | undefined {
  const allowed = scopes.map(scope => forSystem(scope, system));
  const held = scopesOf(claimsOf(request), claimNames);
  if (allowed.some(scope => held.has(scope))) return undefined;
  const detail = `The token has to have the scope ${allowed.join(' or ')}, in its claim "scope", "scp" or "roles".`;
  const challenge = `Bearer scope="${allowed.join(' ')}", error="insufficient_scope"`;
  return problemResponse(
    { status: 403, title: 'Not with this token', detail },
    { 'www-authenticate': challenge },
  );
}
