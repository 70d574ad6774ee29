import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { errorName } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Publish } from '../../shell/publisher.ts';

/** Publishes what was committed, without waiting for the stream. It never fails. */
export type AnnounceAtOnce = (announcements: readonly HubFlagEvent[]) => Promise<void>;

/**
 * Makes the way past the stream: the same events with the same ids as the rows of the commit have, best effort. What does not get through
 * is published by the relay, as everything is; who hears both knows by id and version that it is one.
 */
export function makeAnnounceAtOnce(publish: Publish): AnnounceAtOnce {
  return async announcements => {
    if (announcements.length === 0) return;
    const unpublished = await publish(announcements, 'at-once').then(
      some => some.map(({ code }) => code),
      (error: unknown) => [errorName(error)],
    );
    if (unpublished.length > 0) logLine(logLines.notAnnouncedAtOnce, { codes: [...new Set(unpublished)] });
  };
}
