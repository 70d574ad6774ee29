import type { Team } from '../../../schemas/teams.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import type { QuarantineItem } from '../../shell/tables/quarantine/item.ts';
import type { ApiDeps } from '../properties/sources.ts';

type Access = Pick<ApiDeps, 'systems' | 'teamOfSystem'>;

/** The problem of a request for an item that is not there, or not for this team. */
export const unknownItem = { 404: 'Nothing of that id that the team’s system sent' } as const;

/** Those who look after every team's data. */
const seesAll: ReadonlySet<Team> = new Set(['management', 'data-protection']);
/** What no system can be told to have sent. */
const unknownSystem = 'unknown';

/**
 * The systems whose refused items somebody may see: what a system sent is as its team wrote it, whoever it is about, so
 * it is for that team, management and data protection.
 * @throws {ApiProblem} 403 for a team that has no system.
 */
export function visibleSystems(deps: Access, { teams }: Viewer): string[] {
  const own = deps.systems.filter(system => teams.some(team => deps.teamOfSystem(system) === team));
  const visible = teams.some(team => seesAll.has(team)) ? [...deps.systems, unknownSystem] : own;
  if (visible.length > 0) return visible.toSorted();
  throw new ApiProblem({
    status: 403,
    title: 'Not for this team',
    detail:
      'The quarantine is for the teams whose systems send events, for management and for data protection.',
  });
}

/** @throws {ApiProblem} 404 when there is no such item, or it is not for this team. */
export async function visibleItem(
  deps: Access & Pick<ApiDeps, 'quarantine'>,
  viewer: Viewer,
  id: string,
): Promise<QuarantineItem> {
  const item = await deps.quarantine.find(visibleSystems(deps, viewer), id);
  if (item !== undefined) return item;
  throw new ApiProblem({
    status: 404,
    title: 'Nothing of that id',
    detail: `There is nothing in quarantine with the id ${id} that your team’s system sent. GET /v1/quarantine lists it.`,
  });
}
