import * as z from 'zod';
import { cursorOf, positionIn } from '../../shell/http/cursor.ts';
import { defineEndpoint } from '../properties/sources.ts';
import { quarantineListResponse, quarantineQuery } from './contract.ts';
import { visibleSystems } from './quarantine-access.ts';

const positionSchema = z.object({
  system: z.string(),
  last: z.object({ id: z.string(), listed: z.string() }).optional(),
});

export const listQuarantine = defineEndpoint({
  method: 'GET',
  path: '/v1/quarantine',
  scopes: ['lintel/read'],
  tag: 'Quarantine',
  summary: 'What the hub could not take yet of the systems of one’s team, the longest kept first',
  query: quarantineQuery,
  answers: { 200: { description: 'A page of the list', schema: quarantineListResponse } },
  problems: { 403: 'The token’s role is of a team that has no system, or not one that the hub knows' },
  shows: 'nothing',
  run: async (deps, { viewer, query: { system, cursor, ...query } }) => {
    const visible = visibleSystems(deps, viewer);
    const systems = system === undefined ? visible : visible.filter(one => one === system);
    const after = cursor === undefined ? undefined : positionIn(cursor, positionSchema);
    const { items, next } = await deps.quarantine.list({ ...query, systems, after });
    return { answer: { items, next: next === undefined ? undefined : cursorOf(next) } };
  },
});
