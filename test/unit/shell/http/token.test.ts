import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../../functions/shell/http/api-problem.ts';
import { type ApiRequest, officerOf, viewerOf } from '../../../../functions/shell/http/officer-request.ts';
import { clientIn, scopesOf, valuesOf } from '../../../../functions/shell/http/token.ts';

const usual = 'role roles cognito:groups';

function requestWith(claims: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  return { headers, requestContext: { authorizer: { jwt: { claims } } } } as unknown as ApiRequest;
}

/** What is answered, or the problem that is. */
function asked(claims: Readonly<Record<string, string>>, roleClaim = usual, headers = {}) {
  const request = requestWith(claims, headers);
  try {
    const { team } = viewerOf(request, { roleClaim });
    return { team, ...officerOf(request, { roleClaim }) };
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem;
    throw error;
  }
}

describe('an officer’s token, its claims as API Gateway hands them over', () => {
  it.each([
    ['Entra ID, app roles', { sub: 's', roles: '[housing-officer]' }, usual, 'housing-officer'],
    ['Entra ID, two app roles', { sub: 's', roles: '[housing-officer manager]' }, usual, 'manager'],
    ['Cognito, groups', { sub: 's', 'cognito:groups': '[leaks-officer others]' }, usual, 'leaks-officer'],
    [
      'Keycloak, as JSON',
      { sub: 's', realm_access: '{"roles":["surveyor","offline_access"]}' },
      'realm_access',
      'surveyor',
    ],
    [
      'Keycloak, as a map',
      { sub: 's', realm_access: 'map[roles:[surveyor offline_access]]' },
      'realm_access',
      'surveyor',
    ],
    [
      'Auth0, a claim of one’s own',
      { sub: 'auth0|1', 'https://l.example/roles': '[manager]' },
      'https://l.example/roles',
      'manager',
    ],
    ['one role', { sub: 's', role: 'surveyor' }, usual, 'surveyor'],
    ['parted by spaces', { sub: 's', role: 'surveyor housing-officer' }, usual, 'housing-officer'],
    [
      'in several claims',
      { sub: 's', role: 'surveyor', roles: '[complaints-officer]' },
      usual,
      'complaints-officer',
    ],
  ])('%s', (_, claims, roleClaim, role) => {
    expect(asked(claims, roleClaim)).toMatchObject({ role, officer: claims.sub });
  });

  it('acts in the role that the request names, where the token has it, and in no other', () => {
    const claims = { sub: 's', roles: '[repairs-officer manager]' };
    expect(asked(claims, usual, { 'lintel-role': 'repairs-officer' })).toMatchObject({ team: 'repairs' });
    expect(asked(claims, usual, { 'lintel-role': 'housing-officer' })).toMatchObject({
      status: 403,
      detail: expect.stringContaining('repairs-officer, manager'),
    });
  });

  it.each([
    ['no role', { sub: 's' }],
    ['an unknown one', { sub: 's', role: 'managers' }],
    ['a part of one', { sub: 's', roles: '[man ager]' }],
    ['no subject', { role: 'manager' }],
    ['an empty subject', { sub: '  ', role: 'manager' }],
    ['a subject of 121 characters', { sub: 'x'.repeat(121), role: 'manager' }],
  ])('is refused with a reason where it has %s', (_, claims) => {
    expect(asked(claims as Record<string, string>)).toMatchObject({
      status: 403,
      detail: expect.any(String),
    });
  });
});

describe('scopes', () => {
  it('are read by either name, as text or as a list', () => {
    expect(scopesOf({ scope: 'lintel/read lintel/write' })).toEqual(['lintel/read', 'lintel/write']);
    expect(scopesOf({ scp: '[lintel/read lintel/write]' })).toEqual(['lintel/read', 'lintel/write']);
    expect(scopesOf({})).toEqual([]);
  });

  it('of a claim that is missing are none', () => expect(valuesOf(undefined)).toEqual([]));
});

describe('a system’s token', () => {
  it.each([
    [{ client_id: 'repairs', sub: 's' }, 'repairs'],
    [{ azp: 'repairs', sub: 's' }, 'repairs'],
    [{ client_id: ' ', appid: 'repairs' }, 'repairs'],
    [{ sub: 'repairs' }, 'repairs'],
  ])('%j is that of a client, by whichever name its issuer has for it', (claims, client) => {
    expect(clientIn(claims)).toBe(client);
  });

  it('names somebody, or is refused: nothing is written down of nobody', () => {
    expect(() => clientIn({ client_id: '' })).toThrow(ApiProblem);
  });
});
