import { askedBy } from '../../../functions/core/envelope/officers-event.ts';
import type { FlagChange } from '../../../functions/core/flags/history.ts';
import { officersSource } from '../../../schemas/officers.ts';
import { each, type Invariant } from './invariant.ts';

export const decidedAsSeen: Invariant = {
  name: 'decided as seen',
  says: 'A decision is taken of the very version that the officer saw.',
  breaches({ hub, records }) {
    const changes = records.flatMap(({ entry }): FlagChange[] => entry?.change ?? []);
    const seenUnder = Map.groupBy(hub.answered, ({ idempotencyKey }) => idempotencyKey);
    return each(hub.answered, ({ input, answer, idempotencyKey = '', seenVersion }) => {
      if (input.does !== 'decides' || answer.status >= 300 || seenVersion === undefined) return undefined;
      const { eventId } = askedBy(input.decision.officer, idempotencyKey, {});
      const version = changes.find(({ events }) => events.includes(eventId))?.before?.version;
      // Asked twice under one key, both are answered as whichever came first.
      const seen = seenUnder.get(idempotencyKey)?.map(one => one.seenVersion);
      return seen?.includes(version)
        ? undefined
        : `${input.id} saw version ${seenVersion} and decided about version ${version}`;
    });
  },
};

export const decisionsAreArchived: Invariant = {
  name: 'decisions are archived',
  says: 'What officers decided is in the archive, unless the stream forgot it.',
  breaches({ hub: { world }, timeline, struck }) {
    if (struck('stream trimmed')) return [];
    const archived = new Set(world.bus.archive.map(({ detail }) => detail.id as string));
    return each(timeline, ({ event: { id, source } }) =>
      source !== officersSource || archived.has(id)
        ? undefined
        : `${id} was decided and is not in the archive`,
    );
  },
};
