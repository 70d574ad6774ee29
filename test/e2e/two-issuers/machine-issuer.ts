import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An issuer of systems' tokens, with its metadata and its keys. */
export interface MachineIssuer {
  url: string;
  /** An access token for a client, as Cognito makes it: without `aud`. */
  tokenFor(client: string, scope: string): string;
  close(): Promise<void>;
}

/** Opens an issuer beside the hub's own. */
export async function openMachineIssuer(): Promise<MachineIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'machines', alg: 'RS256', use: 'sig' };
  const server = createServer((request, response) => {
    const isKeys = request.url === '/keys';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeys ? { keys: [key] } : { issuer: url, jwks_uri: `${url}/keys` }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    tokenFor(client, scope) {
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: url, sub: client, client_id: client, scope, token_use: 'access' };
      const signed = [
        { alg: 'RS256', kid: 'machines' },
        { ...claims, iat: now, exp: now + 3600 },
      ].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'));
      const signature = sign('sha256', Buffer.from(signed.join('.')), privateKey);
      return [...signed, signature.toString('base64url')].join('.');
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
