import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import { dataSchemaOf, hubSource } from '../../../schemas/envelope.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { derivedId } from '../envelope/derived-id.ts';
import { type Announced, type DerivedFlag, personOf } from '../record/subject-record.ts';

/** The commit that announces: its version, its instant and the events that it folded. */
export interface Commit {
  version: number;
  at: Instant;
  events: readonly SystemEvent[];
}

/**
 * The difference between the flags announced so far and those that stand: one event for each flag raised, changed or
 * cleared. A flag's version is that of the record's commit, so it only ever rises, even after a flag was cleared.
 */
export function announce(announced: Announced, standing: Record<string, DerivedFlag>, commit: Commit) {
  const next: Announced = {};
  const announcements: HubFlagEvent[] = [];
  for (const [key, derived] of Object.entries(standing)) {
    const before = announced[key];
    const same = before !== undefined && saysTheSame(before, derived);
    const flag: Flag = { ...derived, version: same ? before.version : commit.version };
    next[key] = flag;
    if (before === undefined) announcements.push(envelope('housing.flag.raised.v1', { flag }, commit));
    else if (!same) {
      const noLongerAt = before.places.filter(place => !flag.places.includes(place));
      announcements.push(envelope('housing.flag.changed.v1', { flag, noLongerAt }, commit));
    }
  }
  for (const [key, before] of Object.entries(announced)) {
    if (standing[key] !== undefined) continue;
    announcements.push(
      envelope('housing.flag.cleared.v1', { flag: { ...before, version: commit.version } }, commit),
    );
  }
  return { announced: next, announcements };
}

/** Whether a colleague at the door would notice a difference; more evidence for the same flag is no news. */
function saysTheSame(before: Flag, now: DerivedFlag): boolean {
  return (
    before.instruction === now.instruction &&
    before.severity === now.severity &&
    before.since === now.since &&
    before.reviewDue === now.reviewDue &&
    before.sources.join() === now.sources.join() &&
    before.places.join() === now.places.join()
  );
}

function envelope(
  type: HubFlagEvent['type'],
  data: { flag: Flag; noLongerAt?: Flag['places'] },
  commit: Commit,
): HubFlagEvent {
  const { flag } = data;
  const cause = causeOf(flag, commit.events);
  const person = personOf(flag.on);
  const id = derivedId(hubSource, flag.on, flag.code, flag.tenancyReference ?? null, flag.version, type);
  return {
    specversion: '1.0',
    id,
    source: hubSource,
    type,
    subject: flag.on,
    time: commit.at,
    recordedtime: commit.at,
    timebasis: 'offset',
    datacontenttype: 'application/json',
    dataschema: dataSchemaOf(type),
    correlationid: cause?.correlationid ?? id,
    causationid: cause?.id ?? id,
    partitionkey: person ?? flag.on.slice('property/'.length),
    dataclassification: person === undefined ? 'operational' : 'personal',
    data: { ...data, subjects: [{ subject: flag.on, role: person === undefined ? 'home' : 'person' }] },
  } as HubFlagEvent;
}

/** The event that led to an announcement: the one that names the flag or is its evidence, else the last one folded. */
function causeOf(flag: Flag, events: readonly SystemEvent[]): SystemEvent | undefined {
  const evidence = new Set(flag.because?.events);
  const named = events.filter(
    event => evidence.has(event.id) || ('code' in event.data && event.data.code === flag.code),
  );
  return (named.length > 0 ? named : events).at(-1);
}
