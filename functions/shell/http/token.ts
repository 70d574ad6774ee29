import { type Role, roleSchema } from '../../core/views/roles.ts';
import { ApiProblem } from './api-problem.ts';
import type { ClaimNames } from './claim-names.ts';

/** The claims of a token as API Gateway hands them over: every value is text. */
export type Claims = Readonly<Record<string, unknown>>;

/** How the tokens of this deployment’s issuer are read. */
export interface Tokens {
  /** The claims that may hold roles, parted by spaces; all that any of them holds count. */
  roleClaim: string;
  claimNames: ClaimNames;
}

/**
 * The values of a claim. A list comes as `[a b]`, an object that holds one as JSON or as `map[roles:[a b]]`; a single value
 * and values parted by spaces come as they are. No role or scope has a space in it.
 */
export function valuesOf(claim: unknown): string[] {
  return String(claim ?? '')
    .split(/[\s,"[\]{}]+/)
    .filter(value => value !== '');
}

/** What the values of some claims are to the hub: a name that is mapped means what it is mapped to, and nothing else. */
function meantBy(claims: Claims, names: readonly string[], claimNames: ClaimNames): Set<string> {
  const values = names.flatMap(name => valuesOf(claims[name]));
  return new Set(values.map(value => claimNames.get(value) ?? value));
}

/** The claims that issuers put scopes into; Entra ID has those of an application without a user in `roles`. */
const scopeClaims = ['scope', 'scp', 'roles'] as const;

/** The scopes of a token, by whichever name its issuer has for them. */
export function scopesOf(claims: Claims, claimNames: ClaimNames): ReadonlySet<string> {
  return meantBy(claims, scopeClaims, claimNames);
}

/**
 * The roles in which an officer asks: the one that `wanted` names, else all that the token has, at least one. They are in
 * the order in which roles are declared: those who see most are last.
 *
 * @throws {ApiProblem} 403 when the token names no role that the hub knows, or not the one that is wanted
 */
export function rolesIn(
  claims: Claims,
  { roleClaim, claimNames }: Tokens,
  wanted: string | undefined,
): readonly Role[] {
  const names = roleClaim.split(' ').filter(name => name !== '');
  const found = meantBy(claims, names, claimNames);
  const held = roleSchema.options.filter(role => found.has(role));
  if (held.length === 0) {
    throw forbidden(
      'No role in the token',
      `The token’s claim ${names.map(name => `"${name}"`).join(' or ')} must name one of: ${roleSchema.options.join(', ')}.`,
    );
  }
  if (wanted === undefined) return held;
  const named = held.find(role => role === wanted);
  if (named !== undefined) return [named];
  throw forbidden('Not a role of yours', `Lintel-Role must be one of the token’s roles: ${held.join(', ')}.`);
}

const longestSubject = 120;

/**
 * Whom the token is about: what is written down of everybody who reads or decides.
 * @throws {ApiProblem} 403 when it names nobody, or at a length that nobody's name has
 */
export function subjectIn({ sub }: Claims): string {
  const subject = typeof sub === 'string' ? sub.trim() : '';
  if (subject !== '' && subject.length <= longestSubject) return subject;
  throw forbidden(
    'Nobody in the token',
    `Who asks has to be known by the token’s claim "sub", of 1 to ${longestSubject} characters.`,
  );
}

/**
 * Which system asks: the client that the token was given to, by whichever name its issuer has for it, else whom it is about.
 * @throws {ApiProblem} 403 when it names neither
 */
export function clientIn(claims: Claims): string {
  const clients = [claims['client_id'], claims['azp'], claims['appid']].map(claim =>
    typeof claim === 'string' ? claim.trim() : '',
  );
  return clients.find(client => client !== '' && client.length <= longestSubject) ?? subjectIn(claims);
}

function forbidden(title: string, detail: string): ApiProblem {
  return new ApiProblem({ status: 403, title, detail });
}
