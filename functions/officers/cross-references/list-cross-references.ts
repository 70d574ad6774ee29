import * as z from 'zod';
import { cursorOf, positionIn } from '../../shell/http/cursor.ts';
import { defineEndpoint } from '../properties/sources.ts';
import { refuseUnlessVisible } from './access.ts';
import { crossReferencesQuery, crossReferencesResponse, listedKeySchema } from './contract.ts';

const positionSchema = z.object({ after: listedKeySchema });

export const listCrossReferences = defineEndpoint({
  method: 'GET',
  path: '/v1/cross-references',
  scopes: ['lintel/read'],
  tag: 'Quarantine',
  summary: 'What the hub has learnt of a system’s keys: which home or person each means, and who taught it',
  query: crossReferencesQuery,
  answers: { 200: { description: 'A page of the list, by key', schema: crossReferencesResponse } },
  problems: { 403: 'The system is not of the team’s' },
  shows: 'nothing',
  run: async (deps, { viewer, query: { system, limit, cursor } }) => {
    refuseUnlessVisible(deps, viewer, system);
    const after = cursor === undefined ? undefined : positionIn(cursor, positionSchema).after;
    const { references, next } = await deps.listCrossReferences({ system, limit, after });
    return { answer: { references, next: next === undefined ? undefined : cursorOf({ after: next }) } };
  },
});
