import { untoldByTeam } from '../../core/worklists/untold.ts';
import { type ApiRequest, viewerOf } from '../../shell/http/officer-request.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import type { ApiDeps } from '../properties/sources.ts';
import { untoldResponse } from './worklist-contract.ts';

/**
 * `GET /v1/flags/untold`: of how many people nobody has told that they are marked, nor said why not, by team, the oldest
 * first. It goes through every flag that lives: about a unit of reading for each nine.
 */
export async function getUntold(deps: ApiDeps, request: ApiRequest) {
  const viewer = viewerOf(request, deps);
  const at = deps.now();
  const teams = await untoldByTeam(deps.flags(), viewer, at);
  const count = teams.reduce((sum, team) => sum + team.count, 0);
  return jsonResponse(200, untoldResponse.parse({ at, count, teams }), { 'cache-control': 'no-store' });
}
