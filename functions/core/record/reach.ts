import { eventDefinition, type SystemEvent } from '../../../schemas/catalogue.ts';
import type { SubjectRole } from '../../../schemas/event-definition.ts';
import type { Subject } from '../../../schemas/reference.ts';

/** The subjects that keep an event: of those that it touches, the ones whose part the catalogue says it reaches. */
export function reachedBy({ type, data }: SystemEvent): Subject[] {
  const reaches: readonly SubjectRole[] = eventDefinition(type)?.reaches ?? [];
  return [
    ...new Set(data.subjects.filter(({ role }) => reaches.includes(role)).map(({ subject }) => subject)),
  ];
}
