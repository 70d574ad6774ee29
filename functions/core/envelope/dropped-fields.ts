/**
 * The fields of what a writer made that are not in what a schema kept of it, by their paths.
 *
 * Readers ignore fields that they do not know, so that a sender may add some. A writer must not: a field that its own
 * schema lacks would vanish without a word. A member that is undefined is none.
 */
export function droppedFields(
  made: unknown,
  kept: unknown,
  at: readonly PropertyKey[] = [],
): PropertyKey[][] {
  if (Array.isArray(made) && Array.isArray(kept)) {
    return made.flatMap((item, index) => droppedFields(item, kept[index], [...at, index]));
  }
  if (!isObject(made) || !isObject(kept)) return [];
  return Object.entries(made).flatMap(([name, value]) => {
    const path = [...at, name];
    if (value === undefined) return [];
    return Object.hasOwn(kept, name) ? droppedFields(value, kept[name], path) : [path];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is to be done about a dropped field. */
export const droppedAdvice =
  'This field is not in the event’s schema, so nobody would hear it: add it in schemas/events/, or leave it out';
