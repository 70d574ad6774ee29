import type { Viewer } from '../../core/views/need-to-know.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import type { ApiDeps } from '../properties/sources.ts';
import { visibleSystems } from '../quarantine/quarantine-access.ts';

/** @throws {ApiProblem} 403 when the system is not of the team’s. */
export function refuseUnlessVisible(
  deps: Pick<ApiDeps, 'systems' | 'teamOfSystem'>,
  viewer: Viewer,
  system: string,
): void {
  if (visibleSystems(deps, viewer).includes(system)) return;
  const detail = `What was learnt of the keys of ${system} is for the team whose system it is, for management and for data protection.`;
  throw new ApiProblem({ status: 403, title: 'Not for this team', detail });
}
