import canonicalize from 'canonicalize';
import { eventContentType } from '../../../functions/shell/tables/quarantine/item.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { each, type Invariant } from './invariant.ts';

/** The event that an item in quarantine is, where it is one. */
function eventIn({
  contentType,
  payload,
}: {
  contentType: string;
  payload: string;
}): SystemEvent | undefined {
  return contentType === eventContentType ? (JSON.parse(payload) as SystemEvent) : undefined;
}

export const amendedIsOther: Invariant = {
  name: 'amended is other',
  says: 'What is in quarantine as amended says something else than the timeline.',
  breaches({ quarantine, timeline }) {
    const saidOf = ({ type, subject, time, data, corrects }: SystemEvent) =>
      canonicalize({ type, subject, time, data, corrects });
    const said = new Map(timeline.map(({ event }) => [event.id as string, saidOf(event)]));
    return each(quarantine, ({ id, reason, ...item }) => {
      const event = reason === 'amended' ? eventIn(item as never) : undefined;
      return event !== undefined && (said.get(event.id) ?? saidOf(event)) === saidOf(event)
        ? `${id} is kept as amended and says what it always said`
        : undefined;
    });
  },
};

export const sentOnArrives: Invariant = {
  name: 'sent on arrives',
  says: 'What was sent on from quarantine is in a timeline.',
  breaches({ quarantine, timeline }) {
    const ids = new Set(timeline.map(({ event }) => event.id as string));
    return each(quarantine, ({ id, state, ...item }) => {
      const event = state === 'resubmitted' ? eventIn(item as never) : undefined;
      return event === undefined || ids.has(event.id) ? undefined : `${id} was sent on and is nowhere`;
    });
  },
};

export const keptIsAnnounced: Invariant = {
  name: 'kept is announced',
  says: 'What is in quarantine was announced, unless the stream forgot it or its reader gave up.',
  breaches({ hub: { world }, quarantine, struck }) {
    if (struck('stream trimmed') || world.deadLetters.some(({ queue }) => queue === 'quarantine')) return [];
    const announced = new Set(
      world.bus.archive.map(({ detail }) => detail.data?.quarantineId as string | undefined),
    );
    return each(quarantine, ({ id }) => (announced.has(id) ? undefined : `nobody heard of ${id}`));
  },
};
