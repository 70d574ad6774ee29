import { propertySubject } from '../../../schemas/reference.ts';
import { cursorOf } from '../../shell/http/cursor.ts';
import { lookHeaders } from '../../shell/http/look.ts';
import { unknownProperty } from '../../shell/http/unknown-property.ts';
import { uprnPath } from '../../shell/http/uprn-parameter.ts';
import { homeAnswerHeaders, timelineQuery, timelineResponse } from './contract.ts';
import { defineEndpoint, unknownHome } from './sources.ts';
import { visibleTimeline } from './visible-timeline.ts';

export const getTimeline = defineEndpoint({
  method: 'GET',
  path: '/v1/properties/{uprn}/timeline',
  scopes: ['lintel/read'],
  tag: 'Properties',
  summary: 'Everything that happened at a home, latest first, with when the hub heard of it',
  params: uprnPath,
  query: timelineQuery,
  headers: lookHeaders,
  answers: { 200: { description: 'A page', schema: timelineResponse, headers: homeAnswerHeaders } },
  problems: unknownHome,
  shows: 'personal',
  discloses: ['personal-text', 'special-category-text', 'flag-basis'],
  run: async (deps, { viewer, params: { uprn }, query }) => {
    if (!(await deps.directory.placesOf([uprn])).has(uprn)) throw unknownProperty(uprn);
    const { shown, next } = await visibleTimeline(deps, viewer, [propertySubject(uprn)], query);
    const entries = shown.map(({ answer }) => answer);
    return {
      about: propertySubject(uprn),
      answer: { uprn, entries, next: next === undefined ? undefined : cursorOf(next) },
      disclosed: shown.flatMap(({ disclosed }) => disclosed),
    };
  },
});
