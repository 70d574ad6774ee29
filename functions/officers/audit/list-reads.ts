import * as z from 'zod';
import { instantSchema } from '../../../schemas/reference.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import type { Decrypt } from '../../shell/encryption.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { cursorOf, positionIn } from '../../shell/http/cursor.ts';
import { endpointsFor } from '../../shell/http/define-endpoint.ts';
import { type LookDeps, purposeHeader } from '../../shell/http/look.ts';
import { instantMeant } from '../../shell/http/timestamp.ts';
import type { AuditReader, AuditSelection } from '../../shell/tables/audit/reader.ts';
import type { AuditWriter } from '../../shell/tables/audit/writer.ts';
import { breakGlassQuery, readsQuery, readsResponse } from './contract.ts';

/** What the endpoints of the audit work with. */
export interface AuditDeps extends LookDeps {
  reader: AuditReader;
  audit: AuditWriter;
  decrypt: Decrypt;
}

const defineEndpoint = endpointsFor<AuditDeps>();

const common = {
  method: 'GET',
  scopes: ['lintel/read'],
  tag: 'Audit',
  headers: purposeHeader,
  answers: { 200: { description: 'A page', schema: readsResponse } },
  problems: { 403: 'The token has not data protection’s role' },
  shows: 'personal',
  discloses: ['read-audit'],
} as const;

const listReads = defineEndpoint({
  ...common,
  path: '/v1/audit/reads',
  summary: 'Who was shown what of a subject, or what an officer was shown, latest first',
  query: readsQuery,
  run: (deps, { viewer, query: { subject, officer, ...page } }) => {
    refuseOthers(viewer);
    if (subject !== undefined) return pageOf(deps, subject, { about: subject, officer }, page);
    return pageOf(deps, `officer/${officer}`, { officer: String(officer) }, page);
  },
});

const listBreakGlass = defineEndpoint({
  ...common,
  path: '/v1/audit/break-glass',
  summary: 'Every read for which an officer used break-glass, with the reason, latest first',
  query: breakGlassQuery,
  run: (deps, { viewer, query }) => {
    refuseOthers(viewer);
    return pageOf(deps, 'audit/break-glass', 'break-glass', query);
  },
});

/** What data protection may ask. */
export const auditEndpoints = [listReads, listBreakGlass];

/** @throws {ApiProblem} 403 for everybody but data protection. */
function refuseOthers({ teams }: Viewer): void {
  if (teams.includes('data-protection')) return;
  throw new ApiProblem({
    status: 403,
    title: 'Not for this role',
    detail: 'Who read what is for data protection alone.',
  });
}

/** Reading the audit is a read of personal detail like any other, and written down. */
async function pageOf(
  deps: AuditDeps,
  about: string,
  of: AuditSelection,
  { from, until, cursor, limit }: z.output<typeof breakGlassQuery>,
) {
  const { reads, next } = await deps.reader.list({
    of,
    from: from && instantMeant(from),
    until: until && instantMeant(until),
    after: cursor === undefined ? undefined : positionIn(cursor, positionSchema),
    limit,
  });
  const page = { reads, next: next === undefined ? undefined : cursorOf(next) };
  return {
    about,
    answer: readsResponse.parse(page),
    disclosed: [{ about, detail: 'read-audit' as const }],
  };
}

const positionSchema = z.object({ about: z.string(), at: instantSchema, readId: z.string() });
