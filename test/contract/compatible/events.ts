import { breaks } from './compare.ts';
import type { Schema } from './schema.ts';

/** The published schemas of events, by file name without `.json`. */
export type EventSchemas = ReadonlyMap<string, Schema>;

const advice = (name: string) =>
  name === 'envelope'
    ? 'every reader of every event relies on it: keep it as it was'
    : `keep it as it was and say the new thing in ${next(name)} beside it (schemas/README.md, Versions)`;

/**
 * What is not an addition to the published events.
 *
 * @returns a line for each, with what to do; none when every reader and every archived event is as well off as before
 */
export function brokenEvents(before: EventSchemas, after: EventSchemas): string[] {
  return [...before].flatMap(([name, schema]) => {
    const present = after.get(name);
    const wrong =
      present === undefined
        ? ['it was removed']
        : breaks({ schema, definitions: {} }, { schema: present, definitions: {} }, 'event');
    return wrong.map(what => `${name}: ${what}; ${advice(name)}`);
  });
}

/** `housing.leak.reported.v1` is followed by `housing.leak.reported.v2`. */
function next(type: string): string {
  return type.replace(/\d+$/, major => String(Number(major) + 1));
}
