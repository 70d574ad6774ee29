import type { Instant } from '../../../schemas/reference.ts';
import type { CommitDecision } from '../../records/commit/commit-decision.ts';
import type { Encrypt } from '../../shell/encryption.ts';
import { endpointsFor } from '../../shell/http/define-endpoint.ts';
import type { Tokens } from '../../shell/http/token.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';
import type { FindDecision, FindEvent } from '../../shell/tables/records/decision-reader.ts';
import type { SubjectReader } from '../../shell/tables/records/subject-reader.ts';
import { decidedResponse, etagHeader } from './contract.ts';

/** What the endpoints of decisions work with. */
export interface DecideDeps {
  directory: Pick<Directory, 'placesOf' | 'homesIn'>;
  subjects: Pick<SubjectReader, 'subjects' | 'rows'>;
  commit: CommitDecision;
  encrypt: Encrypt;
  find: FindDecision;
  findEvent: FindEvent;
  tokens: Tokens;
  now: () => Instant;
}

/** Defines an endpoint of the function by which officers decide. */
export const defineEndpoint = endpointsFor<DecideDeps>();

/** What every decision has in common. */
export const common = {
  method: 'POST',
  scopes: ['lintel/write'],
  tag: 'Flags',
  description: 'Asked again under the same Idempotency-Key, it is done once and answered alike.',
  retry: 'Too much happens here at once. Ask again with the same Idempotency-Key.',
  shows: 'the-decision',
} as const;

/** An answer to a decision. */
export const decided = { schema: decidedResponse, headers: etagHeader } as const;
