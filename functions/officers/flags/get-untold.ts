import { untoldByTeam } from '../../core/worklists/untold.ts';
import { defineEndpoint } from '../properties/sources.ts';
import { untoldResponse } from './worklist-contract.ts';

/** It goes through every flag that lives: about a unit of reading for each nine. */
export const getUntold = defineEndpoint({
  method: 'GET',
  path: '/v1/flags/untold',
  scopes: ['lintel/read'],
  tag: 'Flags',
  summary:
    'How many people nobody has told that they are marked, nor said why not, by team, the oldest first',
  answers: { 200: { description: 'By team', schema: untoldResponse } },
  shows: 'nothing',
  run: async (deps, { viewer }) => {
    const at = deps.now();
    const teams = await untoldByTeam(deps.flags(), viewer, at);
    const count = teams.reduce((sum, team) => sum + team.count, 0);
    return { answer: { at, count, teams } };
  },
});
