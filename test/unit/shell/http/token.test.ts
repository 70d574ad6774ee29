import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../../functions/shell/http/api-problem.ts';
import { claimNamesIn } from '../../../../functions/shell/http/claim-names.ts';
import { type ApiRequest, officerOf, viewerOf } from '../../../../functions/shell/http/officer-request.ts';
import { clientIn, scopesOf, valuesOf } from '../../../../functions/shell/http/token.ts';

const usual = 'role roles cognito:groups';

function requestWith(claims: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  return { headers, requestContext: { authorizer: { jwt: { claims } } } } as unknown as ApiRequest;
}

/** What is answered, or the problem that is. */
function asked(
  claims: Readonly<Record<string, string>>,
  { roleClaim = usual, headers = {}, names = '' } = {},
) {
  const request = requestWith(claims, headers);
  const tokens = { roleClaim, claimNames: claimNamesIn(names) };
  try {
    const { teams } = viewerOf(request, { tokens });
    return { teams, ...officerOf(request, { tokens }) };
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem;
    throw error;
  }
}

describe('an officer’s token, its claims as API Gateway hands them over', () => {
  it.each([
    ['Entra ID, app roles', { sub: 's', roles: '[housing-officer]' }, usual, ['housing-officer']],
    [
      'Entra ID, two app roles',
      { sub: 's', roles: '[manager housing-officer]' },
      usual,
      ['housing-officer', 'manager'],
    ],
    ['Cognito, groups', { sub: 's', 'cognito:groups': '[leaks-officer others]' }, usual, ['leaks-officer']],
    [
      'Keycloak, as JSON',
      { sub: 's', realm_access: '{"roles":["surveyor","offline_access"]}' },
      'realm_access',
      ['surveyor'],
    ],
    [
      'Keycloak, as a map',
      { sub: 's', realm_access: 'map[roles:[surveyor offline_access]]' },
      'realm_access',
      ['surveyor'],
    ],
    [
      'Auth0, a claim of one’s own',
      { sub: 'auth0|1', 'https://l.example/roles': '[manager]' },
      'https://l.example/roles',
      ['manager'],
    ],
    ['one role', { sub: 's', role: 'surveyor' }, usual, ['surveyor']],
    [
      'parted by spaces',
      { sub: 's', role: 'surveyor housing-officer' },
      usual,
      ['surveyor', 'housing-officer'],
    ],
    [
      'in several claims',
      { sub: 's', role: 'surveyor', roles: '[complaints-officer]' },
      usual,
      ['surveyor', 'complaints-officer'],
    ],
  ])('%s', (_, claims, roleClaim, roles) => {
    expect(asked(claims, { roleClaim })).toMatchObject({ roles, officer: claims.sub });
  });

  it('acts for the teams of all its roles, and in the one role that the request names, where the token has it', () => {
    const claims = { sub: 's', roles: '[repairs-officer manager]' };
    const as = (role: string) => asked(claims, { headers: { 'lintel-role': role } });
    expect(asked(claims)).toMatchObject({ teams: ['repairs', 'management'] });
    expect(as('repairs-officer')).toMatchObject({ teams: ['repairs'], roles: ['repairs-officer'] });
    expect(as('housing-officer')).toMatchObject({
      status: 403,
      detail: expect.stringContaining('repairs-officer, manager'),
    });
  });

  it('may call roles by names of its own, which then mean those roles and nothing else', () => {
    const names = 'Lintel.Repairs=repairs-officer manager=housing-officer';
    const claims = { sub: 's', roles: '[Lintel.Repairs manager surveyor]' };
    expect(asked(claims, { names })).toMatchObject({
      roles: ['repairs-officer', 'surveyor', 'housing-officer'],
    });
    expect(asked({ sub: 's', roles: '[Lintel.Leaks]' }, { names })).toMatchObject({ status: 403 });
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
  const read = (claims: Record<string, string>, names = '') => [...scopesOf(claims, claimNamesIn(names))];

  it.each([
    ['Cognito, Keycloak and Auth0, one text', { scope: 'openid lintel/read' }],
    ['Entra ID, with a user', { scp: 'openid lintel/read' }],
    ['Okta, a list', { scp: '[openid lintel/read]' }],
    ['Entra ID, of an application without a user', { roles: '[openid lintel/read]' }],
  ])('are read from %s', (_, claims) => expect(read(claims)).toEqual(['openid', 'lintel/read']));

  it('may have names of the issuer’s own', () => {
    expect(read({ roles: '[Publish.Repairs]' }, 'Publish.Repairs=lintel/repairs.publish')).toEqual([
      'lintel/repairs.publish',
    ]);
  });

  it('are in no other claim: an officer’s groups are no scopes', () => {
    expect(read({ groups: '[lintel/read]', 'cognito:groups': '[lintel/read]', role: 'lintel/read' })).toEqual(
      [],
    );
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
