import * as z from 'zod';
import { instantSchema, propertySubject } from '../../../schemas/reference.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { timelineEntryView } from '../../core/views/timeline.ts';
import { cursorOf, positionIn } from '../../shell/http/cursor.ts';
import { lookHeaders } from '../../shell/http/look.ts';
import { instantMeant } from '../../shell/http/timestamp.ts';
import { unknownProperty } from '../../shell/http/unknown-property.ts';
import { uprnPath } from '../../shell/http/uprn-parameter.ts';
import type { TimelineQuery } from '../../shell/tables/records/subject-reader.ts';
import { homeAnswerHeaders, timelineQuery, timelineResponse } from './contract.ts';
import { type ApiDeps, defineEndpoint, unknownHome } from './sources.ts';

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
  run: async (deps, { viewer, params: { uprn }, query: { from, until, type, limit, cursor } }) => {
    if (!(await deps.directory.placesOf([uprn])).has(uprn)) throw unknownProperty(uprn);
    const { shown, next } = await visiblePage(deps, viewer, {
      subject: propertySubject(uprn),
      from: from && instantMeant(from),
      until: until && instantMeant(until),
      type: type === undefined ? undefined : typePrefix(type),
      after: cursor === undefined ? undefined : positionIn(cursor, positionSchema),
      limit,
    });
    const entries = shown.map(({ answer }) => answer);
    return {
      about: propertySubject(uprn),
      answer: { uprn, entries, next: next === undefined ? undefined : cursorOf(next) },
      disclosed: shown.flatMap(({ disclosed }) => disclosed),
    };
  },
});

/** A page is filled whatever lies between: a short one would tell that something is kept from whoever asks. */
async function visiblePage({ subjects }: ApiDeps, viewer: Viewer, query: TimelineQuery) {
  const shown: NonNullable<ReturnType<typeof timelineEntryView>>[] = [];
  let next = query.after;
  do {
    const page = await subjects.timeline({ ...query, after: next, limit: query.limit - shown.length });
    shown.push(...page.items.flatMap(item => timelineEntryView(item, viewer) ?? []));
    next = page.next;
  } while (next !== undefined && shown.length < query.limit);
  return { shown, next };
}

/** `repair` means every event of a repair; a longer name is a type, with or without its version. */
function typePrefix(type: string): string {
  return type.startsWith('housing.') ? type : `housing.${type}.`;
}

const positionSchema = z.object({
  happened: z.templateLiteral([instantSchema, '#', z.uuid()]),
  id: z.uuid(),
});
