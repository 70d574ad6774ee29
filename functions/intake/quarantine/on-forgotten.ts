import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { propertySubject, type Uprn } from '../../../schemas/reference.ts';
import { type CrossReference, learntId } from '../../core/identity/cross-reference.ts';
import { broughtBy, unmatchedEvents } from '../../core/quarantine/unmatched.ts';
import { systemOf } from '../../core/record/rows.ts';
import { HubError } from '../../shell/errors.ts';
import type { Publish } from '../../shell/publisher.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';
import { placesWithSuccessors } from '../../shell/tables/directory/succession.ts';
import { unmatchedContentType } from '../../shell/tables/quarantine/item.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { Refused } from '../../shell/tables/quarantine/refused.ts';
import type { WholeTimeline } from '../../shell/tables/records/whole-timeline.ts';

export interface ForgottenDeps {
  directory: Pick<Directory, 'byReference' | 'placesOf'>;
  timelineOf: WholeTimeline;
  keep: Keep;
  publish: Publish;
}

/**
 * What follows when it is forgotten which home a key means: what came there by it waits in quarantine, and counts there no
 * more, in every system. Of a home that was merged or split up since, that is so at every home that succeeded it, too. It is kept before it is taken off: what ends in between has it twice for a moment, and never lost.
 * Done again, it changes nothing.
 * @throws {HubError} when the bus does not take it.
 */
export async function onForgotten(
  { directory, timelineOf, keep, publish }: ForgottenDeps,
  { system, key, uprn, learntAt, forgottenAt }: CrossReference,
): Promise<void> {
  if (uprn === undefined || forgottenAt === undefined) return;
  const learnt = learntId({ system, key, learntAt });
  const brought = new Map<string, SystemEvent>();
  for (const home of new Set([uprn, ...(await placesWithSuccessors(directory, [uprn])).keys()])) {
    for (const event of broughtBy(learnt, await timelineOf(propertySubject(home)))) {
      brought.set(event.id, event);
      await keep(asked(event, { key, uprn: home, learnt }));
    }
  }
  const unpublished = await publish(unmatchedEvents(learnt, [...brought.values()], forgottenAt));
  if (unpublished.length > 0) throw new HubError('The bus did not take it back', { retryable: true });
}

function asked(
  event: SystemEvent,
  { key, uprn, learnt }: { key: string; uprn: Uprn; learnt: string },
): Refused {
  return {
    system: systemOf(event),
    reason: 'unmatched',
    problems: [{ path: 'home', message: 'The key by which its home was found is forgotten' }],
    payload: JSON.stringify({ event, key, uprn }),
    contentType: unmatchedContentType,
    receivedAt: event.recordedtime,
    eventType: event.type,
    waitsFor: { home: key },
    identity: ['unmatched', event.id, learnt],
  };
}
