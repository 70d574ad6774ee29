import type { LocalHub } from '@infra/local';

/** The parts of a token that issuers write differently, as each of them writes them. */
interface Shape {
  issuer: string;
  /** The claims of an officer with two roles. */
  officer(roles: readonly string[]): Record<string, unknown>;
  /** The claims of an application without a user, that may use one scope. */
  application(scope: string): Record<string, unknown>;
}

/** Application (client) ids are GUIDs with Entra ID; the names of roles are the landlord's own with all of them. */
export const shapes: readonly Shape[] = [
  {
    issuer: 'Entra ID',
    officer: roles => ({ scp: 'lintel/read lintel/write', roles, ver: '2.0', azp: 'f3b1-portal' }),
    application: scope => ({ roles: [scope], idtyp: 'app', ver: '2.0', azp: 'f3b1-repairs' }),
  },
  {
    issuer: 'Cognito',
    officer: roles => ({
      scope: 'openid lintel/read lintel/write',
      'cognito:groups': roles,
      token_use: 'access',
    }),
    application: scope => ({ scope, client_id: 'repairs', token_use: 'access' }),
  },
  {
    issuer: 'Keycloak',
    officer: roles => ({
      scope: 'openid profile lintel/read lintel/write',
      realm_access: { roles: ['offline_access', ...roles] },
      azp: 'portal',
    }),
    application: scope => ({ scope: `profile ${scope}`, azp: 'repairs', client_id: 'repairs' }),
  },
  {
    issuer: 'Auth0',
    officer: roles => ({ scope: 'openid lintel/read lintel/write', 'https://lintel.example/roles': roles }),
    application: scope => ({ scope, gty: 'client-credentials', azp: 'repairs' }),
  },
];

/** The claims in which the tokens of all these issuers have roles, as the stack's parameter takes them. */
export const roleClaims = 'role roles cognito:groups realm_access https://lintel.example/roles';

/** A token with these claims. */
export function tokenWith(
  hub: Pick<LocalHub, 'mintUserToken'>,
  claims: Record<string, unknown>,
  subject = 'somebody',
): Promise<string> {
  return hub.mintUserToken({ subject, claims });
}
