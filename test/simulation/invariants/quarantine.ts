import canonicalize from 'canonicalize';
import { reachedBy } from '../../../functions/core/record/reach.ts';
import { fingerprintOf } from '../../../functions/core/record/timeline.ts';
import { eventContentType } from '../../../functions/shell/tables/quarantine/item.ts';
import { recordKey } from '../../../functions/shell/tables/records/keys.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { each, type Invariant } from './invariant.ts';

/** The event that an item in quarantine is, where it is one. */
export function eventIn({
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
  says: 'What is in quarantine as amended says something else than the timeline, or than what waits under its id.',
  breaches({ quarantine, timeline }) {
    const saidOf = ({ type, subject, time, data, corrects }: SystemEvent) =>
      canonicalize({ type, subject, time, data, corrects });
    const waiting = quarantine.flatMap(item => (item.reason === 'amended' ? [] : (eventIn(item) ?? [])));
    const heard = [...waiting, ...timeline.map(({ event }) => event)];
    const said = new Map(heard.map(event => [event.id as string, saidOf(event)]));
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
  says: 'What was sent on from quarantine is in a timeline, or was taken by the bus from there.',
  breaches({ hub: { world }, quarantine, timeline }) {
    const ids = new Set(timeline.map(({ event }) => event.id as string));
    const led = new Set(world.bus.archive.map(({ detail }) => detail.causationid as string | undefined));
    return each(quarantine, ({ id, state, ...item }) => {
      if (state !== 'resubmitted') return undefined;
      const event = eventIn(item as never);
      const arrived = event === undefined ? led.has(id) : ids.has(event.id);
      return arrived ? undefined : `${id} was sent on and is nowhere`;
    });
  },
};

export const takenWaitsNoMore: Invariant = {
  name: 'taken waits no more',
  says: 'No item waits that the bus took as it was last sent on.',
  breaches({ hub: { world }, quarantine }) {
    const taken = new Set(world.bus.archive.map(({ detail }) => `${detail.causationid} ${detail.attempt}`));
    return each(quarantine, ({ id, state, resolutions = [], ...item }) => {
      const isDocument = eventIn(item as never) === undefined;
      return isDocument && state === 'waiting' && taken.has(`${id} ${resolutions.length}`)
        ? `${id} was taken and still waits`
        : undefined;
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

export const resolvedOnce: Invariant = {
  name: 'resolved once',
  says: 'What an officer said of an item and was answered 202 for is noted there once, by whoever said it first; what was refused is not.',
  breaches({ hub, quarantine }) {
    const items = new Map(quarantine.map(({ id, resolutions }) => [id, resolutions]));
    // Under a key that was used for something else another is refused, and the first is noted.
    const taken = new Set(
      hub.answered.flatMap(({ answer, idempotencyKey }) => (answer.status === 202 ? [idempotencyKey] : [])),
    );
    return each(hub.answered, ({ input, answer, idempotencyKey, itemId }) => {
      if (input.does !== 'resolves') return undefined;
      const noted = items.get(itemId) ?? [];
      const own = noted.filter(({ request }: Noted) => request?.key === idempotencyKey).length;
      if (answer.status === 202) {
        // The same words under another key are answered with the resolution that stands.
        const answered = answer.body.resolution;
        const same = noted.filter(
          ({ at, by }: Noted) => at === answered.at && by.officer === answered.by.officer,
        );
        return same.length === 1 && own <= 1 ? undefined : `${input.id} is noted ${same.length} times`;
      }
      const isNoted = own > 0 && !taken.has(idempotencyKey);
      return answer.status < 500 && isNoted ? `${input.id} was refused and is noted` : undefined;
    });
  },
};

interface Noted {
  readonly at: string;
  readonly by: { readonly officer?: string };
  readonly request?: { readonly key: string };
}

export const waitsForSomething: Invariant = {
  name: 'waits for something',
  says: 'No event waits in quarantine that is in the timelines already.',
  breaches({ quarantine, timeline }) {
    const there = new Set(timeline.map(({ pk, event }) => `${pk} ${event.id} ${fingerprintOf(event)}`));
    return each(quarantine, ({ id, state, key, ...item }) => {
      const event = state === 'waiting' ? eventIn(item as never) : undefined;
      if (event === undefined) return undefined;
      const [, subject] = /^case (\S+) /.exec(String(key)) ?? [];
      const places = subject === undefined ? reachedBy(event) : [subject as Subject];
      return places.every(place => there.has(`${recordKey(place).pk} ${event.id} ${fingerprintOf(event)}`))
        ? `${id} waits for ${key} and is in the timeline`
        : undefined;
    });
  },
};
