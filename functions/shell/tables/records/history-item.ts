import { eventSchema } from '../../../../schemas/catalogue.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import { written } from '../../../core/envelope/written-event.ts';
import type { FlagChange } from '../../../core/flags/history.ts';
import { flagKey } from '../../../core/record/flag-rows.ts';
import { requireWritten } from '../../written.ts';
import { historyKey, outboxKey } from './keys.ts';
import type { OutboxEvent } from './outbox-row.ts';

/**
 * The rows of what a commit did to flags and of what is published because of it. They stay for as long as the record. What is
 * published of a flag lies in the row of its change, and what an officer said of it before what follows from that; what is of
 * no flag has a row of its own. `announces` says how much there is to publish: the stream brings the relay what has it.
 * @throws {HubError} where an event has a field that its schema lacks: the relay, a reader, would leave it out.
 */
export function historyItems(
  subject: Subject,
  version: number,
  changes: readonly FlagChange[],
  published: readonly OutboxEvent[],
) {
  for (const event of published) requireWritten(written(eventSchema, event));
  const byFlag = Map.groupBy(published, flagOf);
  const items = changes.map(change => {
    const events = byFlag.get(flagKey(change.flag)) ?? [];
    return { ...historyKey(subject, change.flag, change.version), ...entryOf({ change, events }) };
  });
  const known = new Set(changes.map(({ flag }) => flagKey(flag)));
  const events = published.filter(event => !known.has(flagOf(event) ?? ''));
  return events.length === 0 ? items : [...items, { ...outboxKey(subject, version), ...entryOf({ events }) }];
}

function entryOf(entry: { change?: FlagChange; events: readonly OutboxEvent[] }) {
  return { entry, ...(entry.events.length > 0 && { announces: entry.events.length }) };
}

/** The flag that an event is about, as it is known within its subject. */
function flagOf({ data }: OutboxEvent): string | undefined {
  if ('flag' in data) return flagKey(data.flag);
  return 'code' in data ? flagKey(data) : undefined;
}
