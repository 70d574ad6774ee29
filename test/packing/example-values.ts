import { isSystemEvent } from '../../functions/shell/event-message.ts';
import { eventSchema } from '../../schemas/catalogue.ts';
import { flagDefinitions } from '../../schemas/flags.ts';
import { acceptedExamples } from '../support/accepted-examples.ts';
import { instant } from '../support/events.ts';
import { memoryHub } from '../support/memory-hub.ts';

const at = instant('2026-03-01T09:00:00Z');

/** What the records table keeps when each of the examples of the event types is heard alone: as it is packed. */
export function exampleValues(): unknown[] {
  const examples = acceptedExamples().map(example => eventSchema.parse(example));
  return examples.filter(isSystemEvent).flatMap(event => {
    const hub = memoryHub();
    hub.hear([event], at);
    const stored = event.data.subjects.flatMap(({ subject }) => hub.stored(subject) ?? []);
    const kept = stored.flatMap(({ record, flags, rows }) => [record, flags, ...Object.values(rows)]);
    const changes = hub.announcements.map(announcement => {
      const { flag } = announcement.data;
      const change = {
        flag: { code: flag.code },
        version: flag.version,
        at,
        after: flag,
        events: [event.id],
      };
      return { change, events: [announcement] };
    });
    return [event, ...kept, ...changes];
  });
}

/** What is the same in every flag of a code. */
export function flagValues(): unknown[] {
  return flagDefinitions.map(({ code, family, hangsOn, severity, instruction }) => ({
    ...{ code, family, hangsOn, severity, instruction },
  }));
}
