import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import { type HttpAnswer, json } from '../http-server.ts';
import type { AuthorizerPlan, RoutePlan } from '../plan/http-api.ts';
import { type TextClaims, textClaims } from './claims.ts';

/** What an authorised request carries to the function. */
export interface Authorized {
  readonly claims: TextClaims;
  /** The token's scopes; `null` on a route that asks for none. */
  readonly scopes: readonly string[] | null;
}

/** The outcome of looking at a token: what the function learns, or the answer that ends the request. */
export type Authorization =
  | { readonly kind: 'authorized'; readonly authorized: Authorized }
  | { readonly kind: 'refused'; readonly answer: HttpAnswer };

const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/** Looks at the token of a request to a route. */
export type Authorize = (
  plan: AuthorizerPlan,
  route: RoutePlan,
  header: string | undefined,
) => Promise<Authorization>;

/**
 * Makes what does an HTTP API's JWT authoriser's work: signature by the issuer's published keys,
 * issuer, audience (`aud`, else `client_id`), times, and one of the route's scopes. Times are real
 * times. An issuer's keys are found through its metadata once and kept.
 */
export function createAuthorizer(): Authorize {
  const known = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysOf = (issuer: string): Promise<JWTVerifyGetKey> => {
    const keys = known.get(issuer) ?? discover(issuer);
    known.set(issuer, keys);
    keys.catch(() => known.delete(issuer));
    return keys;
  };
  return async (plan, route, header) => {
    if (header === undefined) return refuse(401, 'Unauthorized', 'Bearer');
    try {
      const { payload } = await jwtVerify(header.replace(/^bearer\s+/i, ''), await keysOf(plan.issuer), {
        issuer: plan.issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
      });
      if (!isForAudience(payload, plan)) return invalid(route, 'the token does not have a valid audience');
      return scoped(payload, route);
    } catch (error) {
      if (error instanceof errors.JOSEError) return invalid(route, error.message.replaceAll('"', "'"));
      throw error;
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { jwks_uri } = z.object({ jwks_uri: z.url() }).parse(await response.json());
  return createRemoteJWKSet(new URL(jwks_uri));
}

function isForAudience({ aud, client_id }: JWTPayload, { audience }: AuthorizerPlan): boolean {
  return [aud ?? client_id].flat().some(name => audience.includes(String(name)));
}

function scoped(payload: JWTPayload, { scopes }: RoutePlan): Authorization {
  const claims = textClaims(payload);
  if (scopes.length === 0) return { kind: 'authorized', authorized: { claims, scopes: null } };
  const granted = [payload['scp'] ?? payload['scope'] ?? []].flat().flatMap(text => String(text).split(' '));
  if (granted.some(scope => scopes.includes(scope))) {
    return { kind: 'authorized', authorized: { claims, scopes: granted } };
  }
  const reason = 'the token does not have a required scope';
  return refuse(403, 'Forbidden', challenge(scopes, 'insufficient_scope', reason));
}

function invalid({ scopes }: RoutePlan, reason: string): Authorization {
  return refuse(401, 'Unauthorized', challenge(scopes, 'invalid_token', reason));
}

function challenge(scopes: readonly string[], error: string, reason: string): string {
  return `Bearer scope="${scopes.join(' ')}" error="${error}" error_description="${reason}"`;
}

function refuse(status: number, message: string, authenticate: string): Authorization {
  return { kind: 'refused', answer: json(status, { message }, { 'www-authenticate': authenticate }) };
}
