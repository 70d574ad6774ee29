import * as z from 'zod';
import { cursorOf, positionIn } from '../../shell/http/cursor.ts';
import { type ApiRequest, parametersOf } from '../../shell/http/officer-request.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import type { ApiDeps } from '../properties/sources.ts';
import { quarantineListResponse, quarantineQuery } from './contract.ts';
import { visibleSystems } from './quarantine-access.ts';

const positionSchema = z.object({
  system: z.string(),
  last: z.object({ id: z.string(), listed: z.string() }).optional(),
});

/** `GET /v1/quarantine`: what could not be taken of the systems of one's team, the longest kept first. */
export async function listQuarantine(deps: ApiDeps, request: ApiRequest) {
  const visible = visibleSystems(deps, request);
  const { system, cursor, ...query } = parametersOf(quarantineQuery, request.queryStringParameters);
  const systems = system === undefined ? visible : visible.filter(one => one === system);
  const after = cursor === undefined ? undefined : positionIn(cursor, positionSchema);
  const { items, next } = await deps.quarantine.list({ ...query, systems, after });
  const answer = { items, next: next === undefined ? undefined : cursorOf(next) };
  return jsonResponse(200, quarantineListResponse.parse(answer));
}
