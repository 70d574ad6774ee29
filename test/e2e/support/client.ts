import type { LocalHub } from '@infra/local';
import { lintel } from '@lintel/client';
import type { Role } from '../../../functions/core/views/roles.ts';
import { roleToken } from './request.ts';

/** The hub's API as its users call it: by the client that is made from its description. */
export function clientOf(hub: LocalHub, role: Role) {
  return lintel({ baseUrl: hub.apiUrl, token: () => roleToken(hub, role) });
}
