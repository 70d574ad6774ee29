import canonicalize from 'canonicalize';
import { reachedBy } from '../../../functions/core/record/reach.ts';
import { fingerprintOf } from '../../../functions/core/record/timeline.ts';
import { isSystemEvent } from '../../../functions/shell/event-message.ts';
import { recordKey } from '../../../functions/shell/tables/records/keys.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { After } from './after.ts';
import { each, type Invariant } from './invariant.ts';
import { eventIn } from './quarantine.ts';

const saying = (event: SystemEvent) => `${event.id} ${fingerprintOf(event)}`;
const keptIn = ({ timeline }: After) => new Set(timeline.map(({ pk, event }) => `${pk} ${saying(event)}`));
/** As `heldBack`, with what they say. */
const saidBack = ({ quarantine }: After) =>
  new Set(quarantine.flatMap(item => eventIn(item as never) ?? []).map(saying));
/** Events that quarantine keeps, by their ids: their payload is the event itself. */
const heldBack = ({ quarantine }: After) =>
  new Set(quarantine.flatMap(({ payload }) => /"id":"([0-9a-f-]{36})"/.exec(payload ?? '')?.[1] ?? []));

export const recordIsItsEvents: Invariant = {
  name: 'record is its events',
  says: 'Folded anew from its timeline, every record is the same byte for byte.',
  breaches: ({ isRebuiltTheSame }) => (isRebuiltTheSame ? [] : ['a record differs from what its events say']),
};

export const nothingLost: Invariant = {
  name: 'nothing lost',
  says: 'What the bus took is in the timeline of every subject that it touches, or in quarantine.',
  breaches(after) {
    const [kept, held] = [keptIn(after), saidBack(after)];
    const said = after.hub.world.bus.archive
      .map(({ detail }) => detail)
      .filter(isSystemEvent) as SystemEvent[];
    return each(new Map(said.map(event => [saying(event), event])).values(), event => {
      const lacking = reachedBy(event).filter(
        subject => !kept.has(`${recordKey(subject).pk} ${saying(event)}`),
      );
      return lacking.length === 0 || held.has(saying(event))
        ? undefined
        : `${event.type} ${event.id} is not on ${lacking}`;
    });
  },
};

export const acceptedIsKept: Invariant = {
  name: 'accepted is kept',
  says: 'What a system was answered 202 for is in a timeline or in quarantine, under the ids that it was given.',
  breaches(after) {
    const ids = new Set(after.timeline.map(({ event }) => event.id as string));
    const held = heldBack(after);
    const quarantined = new Set(after.quarantine.map(({ id }) => id));
    return each(after.hub.answered, ({ input, answer }) => {
      if (input.does !== 'tells' || answer.status !== 202) return undefined;
      const events: string[] = answer.body.accepted.flatMap((row: { events: { id: string }[] }) =>
        row.events.map(({ id }) => id),
      );
      const kept: string[] = answer.body.quarantined.map(({ id }: { id: string }) => id);
      const lost = [
        ...events.filter(id => !ids.has(id) && !held.has(id)),
        ...kept.filter(id => !quarantined.has(id)),
      ];
      return lost.length === 0 ? undefined : `${input.id} was taken, and ${lost} is nowhere`;
    });
  },
};

export const saidOnce: Invariant = {
  name: 'said once',
  says: 'An id says the same in every timeline that has it, and each timeline counts it once.',
  breaches({ timeline, records }) {
    const said = new Map<string, string>();
    const differing = each(timeline, ({ pk, event }) => {
      const before = said.get(event.id) ?? fingerprintOf(event);
      said.set(event.id, before);
      return before === fingerprintOf(event) ? undefined : `${event.id} says something else on ${pk}`;
    });
    const miscounted = each(records, ({ pk, sk, record }) => {
      if (sk !== 'RECORD') return undefined;
      const own = timeline.filter(one => one.pk === pk).map(({ event }) => event);
      const corrected = new Set(own.flatMap(({ corrects }) => corrects ?? []));
      const counts = ({ id, entryid }: (typeof own)[number]) =>
        !corrected.has(entryid as never) && !corrected.has(id);
      const entries = own.filter(counts).length;
      return record.totals.events === entries
        ? undefined
        : `${pk} counts ${record.totals.events} of ${entries} events`;
    });
    return [...differing, ...miscounted];
  },
};

const longestRecord = 100 * 1024;

export const recordsStaySmall: Invariant = {
  name: 'records stay small',
  says: 'No record is larger than 100 KB.',
  breaches: ({ records }) =>
    each(records, item => {
      const bytes = item.sk === 'RECORD' ? (canonicalize(item)?.length ?? 0) : 0;
      return bytes <= longestRecord ? undefined : `${item.pk} has ${bytes} bytes`;
    }),
};

export const quarantineMovesOn: Invariant = {
  name: 'quarantine moves on',
  says: 'What was resolved was sent in again, and nothing waits for a case that was opened since.',
  breaches: ({ quarantine, records }) =>
    each(quarantine, ({ id, state, key, resolutions = [] }) => {
      if (state === 'resolved') return `${id} is resolved and was not sent in again`;
      const [, subject, row] = /^case (\S+) (.+)$/.exec(String(key)) ?? [];
      const wasTried = resolutions.some(({ by }: { by: { because?: string } }) => by.because !== undefined);
      if (state !== 'waiting' || subject === undefined || wasTried) return undefined;
      const pk = `${subject.slice(0, subject.indexOf('/')).toUpperCase()}#${subject.slice(subject.indexOf('/') + 1)}`;
      const opened = records.some(
        item => item.pk === pk && item.sk === row && item.row?.opened !== undefined,
      );
      return opened ? `${id} still waits for ${key}` : undefined;
    }),
};

const hour = 3_600_000;

export const archiveIsWhole: Invariant = {
  name: 'archive is whole',
  says: 'A rebuild from the archive finds there everything that systems said and is on record.',
  breaches({ hub: { world } }) {
    const { printed, bus } = world;
    const taken = bus.archive.filter(({ detail }) => isSystemEvent(detail));
    return each(printed, ({ line, at }) => {
      const [, named] = /\((.*)\) on record are not in the archive/.exec(line) ?? [];
      if (named === undefined) return undefined;
      // What came since somebody began to read it is not to be there.
      const begun = printed.find(one => one.at > at - hour && one.line.includes('reading the archive'));
      const known = new Set(
        taken.flatMap(({ detail, time }) => (Date.parse(time) < (begun?.at ?? at) ? [detail.id] : [])),
      );
      const lacking = named.split(', ').find(id => known.has(id));
      return lacking === undefined ? undefined : `${lacking} is on record and was not found in the archive`;
    });
  },
};
