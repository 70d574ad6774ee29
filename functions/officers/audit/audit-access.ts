import type { Instant } from '../../../schemas/reference.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { type Look, lookOf } from '../../shell/http/look.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import type { AuditReader } from '../../shell/tables/audit/reader.ts';
import type { AuditWriter } from '../../shell/tables/audit/writer.ts';

/** What the endpoints of the audit work with. */
export interface AuditDeps {
  reader: AuditReader;
  audit: AuditWriter;
  roleClaim: string;
  now: () => Instant;
}

/**
 * Somebody of data protection, who alone may see who read what.
 * @throws {ApiProblem} 403 for everybody else.
 */
export function auditLook(deps: AuditDeps, request: ApiRequest, endpoint: string): Look {
  const look = lookOf({ ...deps, teamOfSystem: () => undefined }, request, endpoint);
  if (look.viewer.team === 'data-protection') return look;
  throw new ApiProblem({
    status: 403,
    title: 'Not for this role',
    detail: 'Who read what is for data protection alone.',
  });
}
