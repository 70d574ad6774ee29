import type { Flag } from '../../schemas/flags.ts';
import { flagKey } from '../core/record/rows.ts';
import type { Row, SubjectRecord } from '../core/record/subject-record.ts';
import { heldSince } from '../core/record/summaries.ts';
import { maySeeBasis } from '../core/views/need-to-know.ts';
import { flagsOn } from '../core/views/property.ts';
import { type ApiRequest, parametersOf, viewerOf } from '../shell/http/officer-request.ts';
import { jsonResponse } from '../shell/http/problem.ts';
import { uprnPath } from './contract.ts';
import { type ApiDeps, sourcesOf } from './sources.ts';

/** `GET /v1/properties/{uprn}/flags`: every flag that shows on a home, with who said so and why for those who need to know. */
export async function getFlags(deps: ApiDeps, request: ApiRequest) {
  const viewer = viewerOf(request, deps);
  const { uprn } = parametersOf(uprnPath, request.pathParameters);
  const flags = flagsOn(await sourcesOf(deps, uprn), viewer);
  const explained = flags.filter(flag => flag.because === undefined && maySeeBasis(viewer, flag.code));
  const subjects = await deps.subjects.subjects(explained.map(({ on }) => on));
  const withBasis = async (flag: Flag) => {
    if (!explained.includes(flag)) return flag;
    const rows = await deps.subjects.rows(flag.on, assertionsOf(flag, subjects.get(flag.on)?.record));
    return { ...flag, basis: rows.flatMap(basisOf).sort((a, b) => (a.since < b.since ? -1 : 1)) };
  };
  return jsonResponse(200, { uprn, flags: await Promise.all(flags.map(withBasis)) });
}

/** The keys of the rows in which source systems assert a flag now. */
function assertionsOf(flag: Flag, record: SubjectRecord | undefined): string[] {
  const held = Object.entries(record?.heldFlags ?? {});
  return held.filter(([, assertion]) => flagKey(assertion) === flagKey(flag)).map(([key]) => key);
}

function basisOf(row: Row) {
  if (row.row !== 'flag') return [];
  const { system, lastAsserted } = row;
  const since = heldSince(row);
  if (since === undefined || lastAsserted === undefined) return [];
  const { localCode, basis, assertedBy, incidentAt } = lastAsserted.value;
  return [{ system, since, localCode, basis: basis?.text, assertedBy, incidentAt }];
}
