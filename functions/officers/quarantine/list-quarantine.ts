import * as z from 'zod';
import { eventIdSchema } from '../../../schemas/envelope.ts';
import { instantSchema } from '../../../schemas/reference.ts';
import { cursorOf, positionIn, wrongCursor } from '../../shell/http/cursor.ts';
import { quarantineStateSchema } from '../../shell/tables/quarantine/item.ts';
import { defineEndpoint } from '../properties/sources.ts';
import { quarantineListResponse, quarantineQuery } from './contract.ts';
import { visibleSystems } from './quarantine-access.ts';

const positionSchema = z.object({
  system: z.string(),
  last: z.object({ id: eventIdSchema, state: quarantineStateSchema, receivedAt: instantSchema }).optional(),
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
    if (after !== undefined && !systems.includes(after.system))
      throw wrongCursor(`is of the list of ${after.system}, which is not listed here: leave it out`);
    if (after?.last !== undefined && after.last.state !== query.state)
      throw wrongCursor(`is of another list than that of state=${query.state}: leave it out`);
    const { items, next } = await deps.quarantine.list({ ...query, systems, after });
    return { answer: { items, next: next === undefined ? undefined : cursorOf(next) } };
  },
});
