import { describe, expect, it } from 'vitest';
import { readGrant } from '../../../oidc/client-credentials.ts';

const clients = [{ id: 'repairs', secret: 'a:b', scopes: ['publish', 'read'] }];
const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
const good = basic('repairs:a%3Ab');
const granted = (scope: string) => ({ kind: 'granted', clientId: 'repairs', scope });
const refused = (status: number, error: string) => ({ kind: 'refused', status, error });

describe('a client-credentials request', () => {
  it.each([
    ['by header', good, 'grant_type=client_credentials', granted('publish read')],
    [
      'by form',
      undefined,
      'grant_type=client_credentials&client_id=repairs&client_secret=a:b',
      granted('publish read'),
    ],
    ['for one scope', good, 'grant_type=client_credentials&scope=read', granted('read')],
    [
      'for a scope it may not have',
      good,
      'grant_type=client_credentials&scope=read+admin',
      refused(400, 'invalid_scope'),
    ],
    [
      'with a wrong secret',
      basic('repairs:x'),
      'grant_type=client_credentials',
      refused(401, 'invalid_client'),
    ],
    ['by nobody', undefined, 'grant_type=client_credentials', refused(401, 'invalid_client')],
    ['of another kind', good, 'grant_type=password', refused(400, 'unsupported_grant_type')],
  ])('%s', (_, authorization, form, grant) => {
    expect(readGrant(authorization, form, clients)).toEqual(grant);
  });
});
