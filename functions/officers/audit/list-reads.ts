import * as z from 'zod';
import { instantSchema } from '../../../schemas/reference.ts';
import { cursorOf, positionIn } from '../../shell/http/cursor.ts';
import { disclose } from '../../shell/http/disclose.ts';
import type { Look } from '../../shell/http/look.ts';
import { type ApiRequest, parametersOf } from '../../shell/http/officer-request.ts';
import { instantMeant } from '../../shell/http/timestamp.ts';
import type { AuditSelection } from '../../shell/tables/audit/reader.ts';
import { type AuditDeps, auditLook } from './audit-access.ts';
import { brokenGlassQuery, readsQuery, readsResponse } from './contract.ts';

/** `GET /v1/audit/reads`: who was shown what of a subject, or what an officer was shown, latest first. */
export function listReads(deps: AuditDeps, request: ApiRequest) {
  const look = auditLook(deps, request, 'GET /v1/audit/reads');
  const { subject, officer, ...page } = parametersOf(readsQuery, request.queryStringParameters);
  if (subject !== undefined) return answer(deps, look, subject, { about: subject, officer }, page);
  return answer(deps, look, `officer/${officer}`, { officer: String(officer) }, page);
}

/** `GET /v1/audit/break-glass`: every read for which an officer broke the glass, with the reason, latest first. */
export function listBrokenGlass(deps: AuditDeps, request: ApiRequest) {
  const look = auditLook(deps, request, 'GET /v1/audit/break-glass');
  const page = parametersOf(brokenGlassQuery, request.queryStringParameters);
  return answer(deps, look, 'audit/break-glass', 'broken-glass', page);
}

/** Reading the audit is a read of personal detail like any other, and written down. */
async function answer(
  deps: AuditDeps,
  look: Look,
  asked: string,
  of: AuditSelection,
  { from, until, cursor, limit }: z.output<typeof brokenGlassQuery>,
) {
  const { reads, next } = await deps.reader.list({
    of,
    from: from && instantMeant(from),
    until: until && instantMeant(until),
    after: cursor === undefined ? undefined : positionIn(cursor, positionSchema),
    limit,
  });
  const page = { reads, next: next === undefined ? undefined : cursorOf(next) };
  return disclose(deps, look, asked, {
    answer: readsResponse.parse(page),
    disclosed: [{ about: asked, detail: 'read-audit' }],
  });
}

const positionSchema = z.object({ about: z.string(), at: instantSchema, readId: z.string() });
