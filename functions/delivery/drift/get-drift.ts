import * as z from 'zod';
import type { Flag } from '../../../schemas/flags.ts';
import type { Instant, SystemName } from '../../../schemas/reference.ts';
import { parseFlagId } from '../../core/flags/flag-id.ts';
import { looksAfterAll, maySeeFlag, type Viewer } from '../../core/views/need-to-know.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { cursorOf, positionIn, wrongCursor } from '../../shell/http/cursor.ts';
import { endpointsFor } from '../../shell/http/define-endpoint.ts';
import type { Tokens } from '../../shell/http/token.ts';
import { driftQuery, driftResponse } from './contract.ts';
import {
  livingFlags,
  placeOf,
  type Shown,
  type SystemDrift,
  type SystemDriftDeps,
  systemDrift,
} from './system-drift.ts';

export interface GetDriftDeps extends SystemDriftDeps {
  /** Every flag that lives. */
  flags: () => AsyncIterable<Flag>;
  systems: readonly SystemName[];
  tokens: Tokens;
  now: () => Instant;
}

const positionSchema = z.object({ system: z.string(), after: z.string() });

export const getDrift = endpointsFor<GetDriftDeps>()({
  method: 'GET',
  path: '/v1/flags/drift',
  scopes: ['lintel/read'],
  tag: 'Flags',
  summary: 'How far each system is from what it is owed',
  query: driftQuery,
  answers: { 200: { description: 'By system', schema: driftResponse } },
  problems: { 403: 'The token’s role is of a team that has no system' },
  shows: 'nothing',
  run: async (deps, { viewer, query: { system, limit, cursor } }) => {
    const from = cursor === undefined ? undefined : positionIn(cursor, positionSchema);
    const systems = visibleTo(deps, viewer).filter(one =>
      [system ?? one, from?.system ?? one].every(it => it === one),
    );
    if (from !== undefined && systems.length === 0)
      throw wrongCursor(`is of the list of ${from.system}, which is not listed here: leave it out`);
    const living = await livingFlags(deps.flags());
    const drifts: SystemDrift[] = [];
    for (const one of systems) drifts.push(await systemDrift(deps, one, living));
    return {
      answer: {
        at: deps.now(),
        systems: drifts.map(drift => shown(drift, viewer, limit, from?.after ?? '')),
      },
    };
  },
});

/** @throws {ApiProblem} 403 for a team that has no system. */
function visibleTo({ systems, teamOfSystem }: GetDriftDeps, { teams }: Viewer): SystemName[] {
  const visible = systems.filter(system =>
    teams.some(team => looksAfterAll(team) || teamOfSystem(system) === team),
  );
  if (visible.length > 0) return visible;
  throw new ApiProblem({
    status: 403,
    title: 'Not for this team',
    detail: 'The drift is for the teams whose systems hold flags, for management and for data protection.',
  });
}

/** A page of a system's drift, without particulars of flags that the viewer may not know of. */
function shown({ differences, ...drift }: SystemDrift, viewer: Viewer, limit: number, after: string) {
  const rest = differences.filter(difference => placeOf(difference) > after && isFor(viewer, difference));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    ...drift,
    differences: page.map(one => ('id' in one ? { ...one, code: parseFlagId(one.id)?.code } : one)),
    ...(last !== undefined &&
      rest.length > limit && { next: cursorOf({ system: drift.system, after: placeOf(last) }) }),
  };
}

function isFor(viewer: Viewer, difference: Shown): boolean {
  const code = 'id' in difference ? parseFlagId(difference.id)?.code : undefined;
  return code === undefined || maySeeFlag(viewer, code);
}
