import type { Flag } from '../../schemas/flags.ts';
import { flagKey } from '../core/record/rows.ts';
import type { FlagRow } from '../core/record/subject-record.ts';
import { heldSince } from '../core/record/summaries.ts';
import { maySeeBasis, type Viewer } from '../core/views/need-to-know.ts';
import { flagsOn } from '../core/views/property.ts';
import { jsonResponse } from '../shell/http/problem.ts';
import { uprnPath } from './contract.ts';
import { type ApiRequest, parametersOf, viewerOf } from './request.ts';
import { type ApiDeps, sourcesOf } from './sources.ts';

/** `GET /v1/properties/{uprn}/flags`: every flag that shows on a home, with who said so and why for those who need to know. */
export async function getFlags(deps: ApiDeps, request: ApiRequest) {
  const viewer = viewerOf(request, deps);
  const { uprn } = parametersOf(uprnPath, request.pathParameters);
  const flags = flagsOn(await sourcesOf(deps, uprn), viewer);
  return jsonResponse(200, {
    uprn,
    flags: await Promise.all(flags.map(flag => withBasis(deps, flag, viewer))),
  });
}

async function withBasis({ subjects }: ApiDeps, flag: Flag, viewer: Viewer) {
  if (flag.because !== undefined || !maySeeBasis(viewer, flag.code)) return flag;
  const [row] = await subjects.rows(flag.on, [`FLAG#${flagKey(flag)}`]);
  return row?.row === 'flag' ? { ...flag, basis: basisOf(row) } : flag;
}

function basisOf({ statements }: FlagRow) {
  const known = Object.values(statements).flatMap(statement => {
    const since = heldSince(statement);
    const asserted = statement.lastAsserted?.value;
    if (since === undefined || asserted === undefined) return [];
    const { localCode, basis, assertedBy, incidentAt } = asserted;
    return [{ system: statement.system, since, localCode, basis: basis?.text, assertedBy, incidentAt }];
  });
  return known.sort((a, b) => (a.since < b.since ? -1 : 1));
}
