import { personSubject } from '../../../schemas/reference.ts';
import { cursorOf } from '../../shell/http/cursor.ts';
import { purposeHeader } from '../../shell/http/look.ts';
import { timelineQuery } from '../properties/contract.ts';
import { defineEndpoint } from '../properties/sources.ts';
import { visibleTimeline } from '../properties/visible-timeline.ts';
import { unknownPerson, visiblePerson } from './access.ts';
import { personPath, personTimelineResponse } from './contract.ts';

export const getPersonTimeline = defineEndpoint({
  method: 'GET',
  path: '/v1/persons/{ref}/timeline',
  scopes: ['lintel/read'],
  tag: 'Persons',
  summary: 'Everything that was heard of somebody, under any of their keys, latest first',
  params: personPath,
  query: timelineQuery,
  headers: purposeHeader,
  answers: { 200: { description: 'A page', schema: personTimelineResponse } },
  problems: unknownPerson,
  shows: 'personal',
  discloses: ['name', 'personal-text', 'special-category-text', 'flag-basis'],
  run: async (deps, { viewer, params: { ref: person }, query }) => {
    const { all } = await visiblePerson(deps, viewer, person);
    const { shown, next } = await visibleTimeline(deps, viewer, all.map(personSubject), query);
    const names = all.map(one => ({ about: personSubject(one), detail: 'name' as const }));
    return {
      about: personSubject(person),
      answer: {
        person,
        entries: shown.map(({ answer }) => answer),
        next: next === undefined ? undefined : cursorOf(next),
      },
      disclosed: [...names, ...shown.flatMap(({ disclosed }) => disclosed)],
    };
  },
});
