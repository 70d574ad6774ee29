import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Authorization, createAuthorizer } from '../../../http-api/authorizer.ts';
import { json, type LocalServer, listen } from '../../../http-server.ts';

let issuer: LocalServer;
const keys = await generateKeyPair('RS256');
const others = await generateKeyPair('RS256');
const authorize = createAuthorizer();

beforeAll(async () => {
  issuer = await listen(error => expect.fail(String(error)));
  const key = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256' };
  issuer.answerWith(({ request }) =>
    Promise.resolve(
      json(200, request.url === '/keys' ? { keys: [key] } : { jwks_uri: `${issuer.url}/keys` }),
    ),
  );
});

afterAll(() => issuer.close());

interface Token {
  readonly claims?: Record<string, unknown>;
  readonly audience?: string;
  readonly from?: string;
  readonly expires?: string;
  readonly signer?: typeof keys.privateKey;
}

function sign({
  claims = {},
  audience,
  from = issuer.url,
  expires = '1h',
  signer = keys.privateKey,
}: Token): Promise<string> {
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(from)
    .setExpirationTime(expires);
  return (audience === undefined ? token : token.setAudience(audience)).sign(signer);
}

function ask(header: string | undefined, scopes: string[] = []): Promise<Authorization> {
  const plan = { issuer: issuer.url, audience: ['landlord'] };
  return authorize(plan, { key: 'GET /', functionName: 'api', authorizer: plan, scopes }, header);
}

const refused = (status: number, message: string, challenge: RegExp): unknown => ({
  kind: 'refused',
  answer: {
    status,
    body: JSON.stringify({ message }),
    headers: expect.objectContaining({ 'www-authenticate': expect.stringMatching(challenge) }),
  },
});

describe('a token', () => {
  it('is accepted with its claims, with or without the word Bearer', async () => {
    const token = await sign({ audience: 'landlord', claims: { sub: 'pat', scope: 'read write' } });
    for (const header of [token, `Bearer ${token}`, `bearer ${token}`]) {
      expect(await ask(header, ['read', 'other'])).toMatchObject({
        kind: 'authorized',
        authorized: { claims: { sub: 'pat' }, scopes: ['read', 'write'] },
      });
    }
  });

  it('may name its audience as client_id when it has no aud', async () => {
    const good = await sign({ claims: { client_id: 'landlord' } });
    expect(await ask(good)).toMatchObject({ kind: 'authorized', authorized: { scopes: null } });
    const bad = await sign({ audience: 'else', claims: { client_id: 'landlord' } });
    expect(await ask(bad)).toEqual(refused(401, 'Unauthorized', /valid audience/));
  });

  it('is refused when it is missing or no token', async () => {
    expect(await ask(undefined)).toEqual(refused(401, 'Unauthorized', /^Bearer$/));
    expect(await ask('Bearer nonsense', ['read'])).toEqual(
      refused(401, 'Unauthorized', /scope="read" error="invalid_token"/),
    );
  });

  it.each([
    ['for another audience', { audience: 'else' }],
    ['from another issuer', { audience: 'landlord', from: 'https://other.example' }],
    ['expired', { audience: 'landlord', expires: '-1m' }],
    ['signed by somebody else', { audience: 'landlord', signer: others.privateKey }],
  ])('is refused when it is %s', async (_, token: Token) => {
    expect(await ask(await sign(token))).toEqual(refused(401, 'Unauthorized', /invalid_token/));
  });

  it.each([
    ['none', {}],
    ['another', { scope: 'write' }],
    ['one that only begins alike', { scope: 'read:all' }],
  ])('is refused for its scopes: %s', async (_, claims) => {
    const token = await sign({ audience: 'landlord', claims });
    expect(await ask(token, ['read'])).toEqual(
      refused(403, 'Forbidden', /scope="read" error="insufficient_scope"/),
    );
  });

  it('may carry its scopes as a list called scp', async () => {
    const token = await sign({ audience: 'landlord', claims: { scp: ['read'] } });
    expect(await ask(token, ['read'])).toMatchObject({ kind: 'authorized' });
  });
});
