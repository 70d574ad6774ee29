import type { Role } from '../../../functions/core/views/roles.ts';
import { roleSchema } from '../../../functions/core/views/roles.ts';
import { flat } from '../larch-house/places.ts';

/** What to try now that the hub stays up: its address, a token and commands that can be pasted as they stand. */
export function invitationLines({
  apiUrl,
  role,
  token,
}: {
  apiUrl: string;
  role: Role;
  token: string;
}): string[] {
  const get = (path: string) => `  curl -s -H "authorization: Bearer $TOKEN" "$LINTEL/v1/properties${path}"`;
  return [
    'The hub stays up; Ctrl-C ends it and leaves nothing behind. To look for yourself, paste:',
    '',
    `  export LINTEL=${apiUrl}`,
    `  export TOKEN=${token}`,
    '',
    get(`/${flat(7)}`),
    get(`/${flat(7)}/timeline?type=visit`),
    get(`/${flat(7)}/flags`),
    get('?address=Flat%204,%20Larch%20Hse'),
    '',
    `That token is a ${role}’s. Any other role sees what it needs to know:`,
    '',
    '  export TOKEN=$(npm run --silent token -- --role repairs-officer)',
    '',
    `Roles: ${roleSchema.options.join(', ')}`,
  ];
}
