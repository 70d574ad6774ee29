import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { instantOf, instantSchema, propertySubject } from '../../schemas/reference.ts';
import { timelineEntryView } from '../core/views/timeline.ts';
import { cursorOf, positionIn } from '../shell/http/cursor.ts';
import { type ApiRequest, parametersOf, viewerOf } from '../shell/http/officer-request.ts';
import { jsonResponse } from '../shell/http/problem.ts';
import { timelineQuery, uprnPath } from './contract.ts';
import type { ApiDeps } from './sources.ts';
import { unknownProperty } from './unknown-property.ts';

/** `GET /v1/properties/{uprn}/timeline`: everything that happened at a home, latest first, with when the hub heard of it. */
export async function getTimeline(deps: ApiDeps, request: ApiRequest) {
  const viewer = viewerOf(request, deps);
  const { uprn } = parametersOf(uprnPath, request.pathParameters);
  const { from, until, type, limit, cursor } = parametersOf(timelineQuery, request.queryStringParameters);
  if (!(await deps.directory.placesOf([uprn])).has(uprn)) throw unknownProperty(uprn);
  const { items, next } = await deps.subjects.timeline({
    subject: propertySubject(uprn),
    from: from === undefined ? undefined : startOf(from),
    until: until === undefined ? undefined : startOf(until),
    type: type === undefined ? undefined : typePrefix(type),
    after: cursor === undefined ? undefined : positionIn(cursor, positionSchema),
    limit,
  });
  const entries = items.flatMap(item => timelineEntryView(item, viewer) ?? []);
  return jsonResponse(200, { uprn, entries, next: next === undefined ? undefined : cursorOf(next) });
}

/** A date is the start of that day in London; an instant is itself. */
function startOf(text: string): string {
  if (text.includes('T')) return instantOf(Date.parse(text));
  return instantOf(Temporal.PlainDate.from(text).toZonedDateTime('Europe/London').epochMilliseconds);
}

/** `repair` means every event of a repair; a longer name is a type, with or without its version. */
function typePrefix(type: string): string {
  return type.startsWith('housing.') ? type : `housing.${type}.`;
}

const positionSchema = z.object({
  happened: z.templateLiteral([instantSchema, '#', z.uuid()]),
  id: z.uuid(),
});
