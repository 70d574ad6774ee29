import canonicalize from 'canonicalize';
import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { hubSource } from '../../../schemas/envelope.ts';
import type { After } from './after.ts';
import { each, type Invariant } from './invariant.ts';
import { stands } from './owed.ts';

/** What was announced of each flag, in the order of its versions. */
function byFlag(committed: readonly HubFlagEvent[]): HubFlagEvent[][] {
  const flags = Map.groupBy(committed, ({ data }) => data.flag.id);
  return [...flags.values()].map(events =>
    events.toSorted((a, b) => a.data.flag.version - b.data.flag.version),
  );
}

const announced = ({ hub }: After) =>
  hub.world.bus.archive.flatMap(({ source, detail }) =>
    source === hubSource && detail.data.flag !== undefined ? [detail as HubFlagEvent] : [],
  );

export const announcedWasCommitted: Invariant = {
  name: 'announced was committed',
  says: 'Nothing is announced but what was committed, and exactly so.',
  breaches(after) {
    const committed = new Map(after.committed.map(event => [event.id, canonicalize(event)]));
    return each(announced(after), event =>
      committed.get(event.id) === canonicalize(event)
        ? undefined
        : `${event.id} was announced and not committed so`,
    );
  },
};

export const committedWasAnnounced: Invariant = {
  name: 'committed was announced',
  says: 'What was committed is announced, unless the stream forgot it.',
  breaches(after) {
    if (after.struck('stream trimmed')) return [];
    const said = new Set(announced(after).map(({ id }) => id));
    return each(after.committed, ({ id, type }) =>
      said.has(id) ? undefined : `${type} ${id} was never announced`,
    );
  },
};

export const versionsRise: Invariant = {
  name: 'versions rise',
  says: 'A flag is raised, changes and is cleared in turn, each time under a greater version.',
  breaches: ({ committed }) =>
    byFlag(committed).flatMap(events =>
      each(events.keys(), index => {
        const [now, before] = [events[index], events[index - 1]];
        if (now === undefined) return undefined;
        const stood = before !== undefined && before.type !== 'housing.flag.cleared.v1';
        const fits = (now.type === 'housing.flag.raised.v1') !== stood;
        const rises = now.data.flag.version > (before?.data.flag.version ?? 0);
        return fits && rises ? undefined : `${now.data.flag.id}: ${now.type} follows ${before?.type}`;
      }),
    ),
};

export const standsAsAnnounced: Invariant = {
  name: 'stands as announced',
  says: 'The flags in force are those that were last announced and not cleared.',
  breaches({ committed, flags }) {
    const latest = byFlag(committed).flatMap(events => events.slice(-1));
    const standing = latest
      .filter(({ type }) => type !== 'housing.flag.cleared.v1')
      .map(({ data }) => data.flag);
    const text = (list: readonly { id: string; version: number }[]) =>
      list.map(one => `${one.id} ${one.version}`).sort();
    const [said, stored] = [text(standing), text(flags.filter(stands))];
    return [
      ...each(said, one => (stored.includes(one) ? undefined : `${one} was announced and does not stand`)),
      ...each(stored, one => (said.includes(one) ? undefined : `${one} stands and was not announced so`)),
    ];
  },
};

export const leftHomesAreNamed: Invariant = {
  name: 'left homes are named',
  says: 'A flag that changes names the homes that it is no longer at, and no others.',
  breaches: ({ committed }) =>
    byFlag(committed).flatMap(events =>
      each(events.keys(), index => {
        const [now, before] = [events[index], events[index - 1]];
        if (now?.type !== 'housing.flag.changed.v1' || before === undefined) return undefined;
        const left = before.data.flag.places.filter(place => !now.data.flag.places.includes(place));
        return canonicalize(left) === canonicalize(now.data.noLongerAt ?? [])
          ? undefined
          : `${now.data.flag.id} leaves ${left} and names ${now.data.noLongerAt}`;
      }),
    ),
};
