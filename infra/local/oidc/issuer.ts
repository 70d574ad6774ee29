import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { type HttpAnswer, type HttpQuestion, json, type LocalServer } from '../http-server.ts';
import { readGrant, type SystemClient } from './client-credentials.ts';

/** A user the issuer vouches for. */
export interface UserToken {
  readonly subject: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Scopes, separated by spaces. */
  readonly scope?: string;
}

/** A local OIDC issuer. */
export interface Issuer {
  readonly url: string;
  /** Signs an access token for a user, good for eight hours of real time. */
  mintUserToken(user: UserToken): Promise<string>;
}

const KEY_ID = 'local';
const SYSTEM_TOKEN_SECONDS = 3600;
const USER_TOKEN_SECONDS = 8 * 3600;

/**
 * Opens an issuer: OIDC metadata, JWKS, the client-credentials grant for systems, and
 * `POST /users/token`, which mints a token for any user so that a person at this machine can try
 * the API. Tokens are signed with real time, which is also what they are checked with.
 *
 * @param server where it answers
 * @param clients the systems that may ask for a token
 * @param audience whom the tokens are for
 */
export async function openIssuer(
  server: LocalServer,
  clients: readonly SystemClient[],
  audience: string,
): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' };
  const sign = (
    claims: Readonly<Record<string, unknown>>,
    subject: string,
    seconds: number,
  ): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
      .setIssuer(server.url)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .setJti(randomUUID())
      .sign(privateKey);
  const mintUserToken = ({ subject, claims, scope }: UserToken): Promise<string> =>
    sign({ ...claims, ...(scope !== undefined && { scope }) }, subject, USER_TOKEN_SECONDS);

  async function grantToken(question: HttpQuestion): Promise<HttpAnswer> {
    const grant = readGrant(question.request.headers.authorization, question.body.toString('utf8'), clients);
    if (grant.kind === 'refused') return json(grant.status, { error: grant.error });
    const { clientId, scope } = grant;
    const token = await sign({ client_id: clientId, scope }, clientId, SYSTEM_TOKEN_SECONDS);
    return json(
      200,
      { access_token: token, token_type: 'Bearer', expires_in: SYSTEM_TOKEN_SECONDS, scope },
      { 'cache-control': 'no-store' },
    );
  }

  server.answerWith(async question => {
    switch (`${question.request.method} ${question.request.url}`) {
      case 'GET /.well-known/openid-configuration':
        return json(200, metadata(server.url));
      case 'GET /.well-known/jwks.json':
        return json(200, { keys: [key] satisfies JWK[] });
      case 'POST /oauth2/token':
        return await grantToken(question);
      case 'POST /users/token':
        return json(200, { access_token: await mintUserToken(JSON.parse(question.body.toString('utf8'))) });
      default:
        return json(404, { error: 'not_found' });
    }
  });
  return { url: server.url, mintUserToken };
}

function metadata(issuer: string): object {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    token_endpoint: `${issuer}/oauth2/token`,
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}
