import type { Endpoint, Scope } from '../shell/http/endpoint.ts';

/** What each scope lets its bearer do. */
const scopeSays: Readonly<Record<Scope, string>> = {
  'lintel/read': 'Look things up, as far as the roles in the token allow',
  'lintel/write': 'Decide, as far as the roles in the token allow',
  'lintel/{system}.publish': 'Speak for one source system: `lintel/repairs.publish`',
};

const schemes = {
  officer: {
    flow: 'authorizationCode',
    description:
      'A person, with roles in the token. The landlord’s own OpenID Connect issuer says where its endpoints are.',
    urls: { authorizationUrl: '/oauth2/authorize', tokenUrl: '/oauth2/token' },
  },
  system: {
    flow: 'clientCredentials',
    description: 'A source system. The landlord’s own OpenID Connect issuer says where its endpoints are.',
    urls: { tokenUrl: '/oauth2/token' },
  },
} as const;

/** Who uses a scope: an officer, or a system for itself. */
export function schemeOf(scope: Scope): keyof typeof schemes {
  return scope.includes('{system}') ? 'system' : 'officer';
}

/** The security schemes, with the scopes that the endpoints take. */
export function securitySchemes(endpoints: readonly Pick<Endpoint<never>, 'scopes'>[]) {
  const taken = [...new Set(endpoints.flatMap(({ scopes }) => scopes))].toSorted();
  return Object.fromEntries(
    Object.entries(schemes).map(([name, { flow, description, urls }]) => {
      const scopes = taken.filter(scope => schemeOf(scope) === name).map(scope => [scope, scopeSays[scope]]);
      const flows = { [flow]: { ...urls, scopes: Object.fromEntries(scopes) } };
      return [name, { type: 'oauth2' as const, description, flows }];
    }),
  );
}
