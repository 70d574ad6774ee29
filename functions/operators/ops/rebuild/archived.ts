import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import { neverRaised } from '../../../core/record/never-raised.ts';
import { fingerprintOf } from '../../../core/record/timeline.ts';
import type { Heard } from '../../../shell/tables/records/heard.ts';

/** What the archive has of a subject, beside what is on record. */
export interface Archived {
  /** What the record should have folded, as far as the archive knows. */
  events: SystemEvent[];
  /** Ids of events that the archive has and the record has not, though nothing holds them back. */
  unrecorded: string[];
  /** Ids of events that are on record and that the archive has not, or no longer. */
  unarchived: string[];
}

/**
 * Reads from what the archive gave back what the record should be made of. The archive has everything that was ever
 * published: also what was said under a known id with other content, and closings of what was never opened. Both are in
 * quarantine and on no record.
 * What was heard again with another time happened when it was first heard.
 * @param heard what each id was first heard to say.
 */
export function archivedOf(
  subject: Subject,
  archive: readonly SystemEvent[],
  timeline: readonly SystemEvent[],
  heard: ReadonlyMap<string, Heard>,
): Archived {
  const recorded = new Map(timeline.map(event => [event.id, fingerprintOf(event)]));
  const meant = (event: SystemEvent) =>
    fingerprintOf(event) ===
    (recorded.get(event.id) ?? heard.get(event.id)?.fingerprint ?? fingerprintOf(event));
  const asHeard = (event: SystemEvent) => {
    const first = heard.get(event.id);
    return first?.fingerprint === fingerprintOf(event) ? { ...event, time: first.happened } : event;
  };
  const taken = [...new Map(archive.filter(meant).map(event => [event.id, asHeard(event)])).values()];
  const held = new Set(neverRaised({ subject, rows: {} }, taken).filter(({ id }) => !recorded.has(id)));
  const events = taken.filter(event => !held.has(event));
  const archived = new Set(events.map(({ id }) => id));
  return {
    events,
    unrecorded: [...archived].filter(id => !recorded.has(id)),
    unarchived: [...recorded.keys()].filter(id => !archived.has(id)),
  };
}
