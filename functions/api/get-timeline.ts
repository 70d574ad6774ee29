import * as z from 'zod';
import { instantSchema, propertySubject } from '../../schemas/reference.ts';
import { timelineEntryView } from '../core/views/timeline.ts';
import { cursorOf, positionIn } from '../shell/http/cursor.ts';
import { disclose } from '../shell/http/disclose.ts';
import { lookHeaders, lookOf } from '../shell/http/look.ts';
import { type ApiRequest, parametersOf } from '../shell/http/officer-request.ts';
import { instantMeant } from '../shell/http/timestamp.ts';
import { timelineQuery, uprnPath } from './contract.ts';
import type { ApiDeps } from './sources.ts';
import { unknownProperty } from './unknown-property.ts';

/** `GET /v1/properties/{uprn}/timeline`: everything that happened at a home, latest first, with when the hub heard of it. */
export async function getTimeline(deps: ApiDeps, request: ApiRequest) {
  const look = lookOf(deps, request, 'GET /v1/properties/{uprn}/timeline', lookHeaders);
  const { uprn } = parametersOf(uprnPath, request.pathParameters);
  const { from, until, type, limit, cursor } = parametersOf(timelineQuery, request.queryStringParameters);
  if (!(await deps.directory.placesOf([uprn])).has(uprn)) throw unknownProperty(uprn);
  const { items, next } = await deps.subjects.timeline({
    subject: propertySubject(uprn),
    from: from && instantMeant(from),
    until: until && instantMeant(until),
    type: type === undefined ? undefined : typePrefix(type),
    after: cursor === undefined ? undefined : positionIn(cursor, positionSchema),
    limit,
  });
  const shown = items.flatMap(item => timelineEntryView(item, look.viewer) ?? []);
  const entries = shown.map(({ answer }) => answer);
  return disclose(deps, look, propertySubject(uprn), {
    answer: { uprn, entries, next: next === undefined ? undefined : cursorOf(next) },
    disclosed: shown.flatMap(({ disclosed }) => disclosed),
  });
}

/** `repair` means every event of a repair; a longer name is a type, with or without its version. */
function typePrefix(type: string): string {
  return type.startsWith('housing.') ? type : `housing.${type}.`;
}

const positionSchema = z.object({
  happened: z.templateLiteral([instantSchema, '#', z.uuid()]),
  id: z.uuid(),
});
