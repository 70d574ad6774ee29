/** A system that may ask for tokens. */
export interface SystemClient {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly string[];
}

/** What is granted, or the OAuth 2 error (RFC 6749, section 5.2). */
export type Grant =
  | { readonly kind: 'granted'; readonly clientId: string; readonly scope: string }
  | { readonly kind: 'refused'; readonly status: number; readonly error: string };

/**
 * Decides about a client-credentials request. A request that names no scope gets all the client may
 * have; one that names a scope the client may not have is refused.
 *
 * @param authorization the Authorization header: the client's id and secret, unless the form has them
 * @param form the request's body, `application/x-www-form-urlencoded`
 * @param clients the clients there are
 */
export function readGrant(
  authorization: string | undefined,
  form: string,
  clients: readonly SystemClient[],
): Grant {
  const fields = new URLSearchParams(form);
  if (fields.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
  const [id, secret] = basicCredentials(authorization) ?? [
    fields.get('client_id'),
    fields.get('client_secret'),
  ];
  const client = clients.find(known => known.id === id && known.secret === secret);
  if (client === undefined) return refuse(401, 'invalid_client');
  const scopes = fields.get('scope')?.split(' ').filter(Boolean) ?? client.scopes;
  if (!scopes.every(scope => client.scopes.includes(scope))) return refuse(400, 'invalid_scope');
  return { kind: 'granted', clientId: client.id, scope: scopes.join(' ') };
}

function basicCredentials(authorization: string | undefined): [string, string] | undefined {
  const encoded = /^basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [decodeURIComponent(id), decodeURIComponent(secret.join(':'))];
}

function refuse(status: number, error: string): Grant {
  return { kind: 'refused', status, error };
}
