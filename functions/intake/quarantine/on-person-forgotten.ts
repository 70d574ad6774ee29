import { personSubject } from '../../../schemas/reference.ts';
import { cameOutOfQuarantine } from '../../core/envelope/complete-event.ts';
import { type CrossReference, learntId } from '../../core/identity/cross-reference.ts';
import { saidBy } from '../../core/quarantine/mistaken-person.ts';
import { readWaitingKey } from '../../core/quarantine/waits-for.ts';
import { systemOf } from '../../core/record/rows.ts';
import { mistakenContentType } from '../../shell/tables/quarantine/item.ts';
import type { QuarantineReader } from '../../shell/tables/quarantine/quarantine-reader.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { WholeTimeline } from '../../shell/tables/records/whole-timeline.ts';
import { type ReleaseDeps, release } from './release.ts';

export interface PersonForgottenDeps extends Pick<ReleaseDeps, 'resolver' | 'now'> {
  items: Pick<QuarantineReader, 'find'>;
  timelineOf: WholeTimeline;
  keep: Keep;
}

/**
 * What follows when it is forgotten whom a key means: what came by it without a question is asked about, too. Each goes
 * through its system's own way in, which says where nobody knows any more whom it means, and then waits. Done again, it
 * changes nothing.
 */
export async function onPersonForgotten(
  deps: PersonForgottenDeps,
  { system, key, person, learntAt, forgottenAt }: CrossReference,
): Promise<void> {
  const waitsFor = readWaitingKey(key);
  if (person === undefined || forgottenAt === undefined || !waitsFor || !('person' in waitsFor)) return;
  const knownAs = waitsFor.person;
  const learnt = learntId({ system, key, learntAt });
  const said = saidBy(knownAs, await deps.timelineOf(personSubject(person)));
  for (const event of said) {
    if (cameOutOfQuarantine(event) || event.recordedtime < learntAt) continue;
    const id = await deps.keep({
      system: systemOf(event),
      reason: 'unmatched',
      problems: [{ path: 'person', message: 'The key by which its person was found is forgotten' }],
      payload: JSON.stringify({ event, knownAs }),
      contentType: mistakenContentType,
      receivedAt: event.recordedtime,
      eventType: event.type,
      ...{ waitsFor, soughtAt: event.data.knownAt },
      identity: ['mistaken', event.id, learnt],
    });
    const item = await deps.items.find([systemOf(event)], id);
    if (item !== undefined) await release(deps, item, learnt);
  }
}
