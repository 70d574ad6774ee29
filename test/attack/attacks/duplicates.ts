import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import { contents } from '../../integration/support/tables.ts';
import { eventOf, flat4, flat5, flat7, larchHouse } from '../../support/events.ts';
import { differences, stateOf } from '../support/state.ts';
import { play } from '../support/story.ts';
import { type Attack, type Ground, type Trial, withHub, wrongWith } from '../support/trial.ts';

const years = (count: number) => count * 365 * 24 * 60 * 60;

/** The same again after a long time, and the same id with something else in it. */
export const duplicates: Attack = {
  title: 'the same comes again after years, or under the same id with other content',
  async run(ground) {
    return [
      await afterYears(ground),
      ...(await Promise.all(amendments.map(amendment => amended(ground, amendment)))),
    ];
  },
};

/** Everything again after years: nothing of it expires, nothing changes and nobody is told anything. */
function afterYears({ directory, undisturbed }: Ground): Promise<Trial> {
  return withHub({ directory }, async hub => {
    await play(hub);
    const told = hub.bus.announced.length;
    hub.clock.advance(years(3));
    const expiring = (await contents(hub.records)).filter(({ expiresAt }) => expiresAt !== undefined);
    await play(hub);
    const wrong = differences(undisturbed, await stateOf(hub));
    if (hub.bus.announced.length !== told)
      wrong.push(`${hub.bus.announced.length - told} announcements for old news`);
    wrong.push(...expiring.map(({ pk, sk }) => `${pk} ${sk} expires`));
    return { fault: 'everything again after three years', runs: 1, injections: 1, wrong };
  });
}

const leakOf = (change: object): SystemEvent =>
  eventOf({
    type: 'housing.leak.reported.v1',
    at: '2025-06-19T20:30:00Z',
    vendorEventId: 'row-1',
    home: flat4,
    source: flat7,
    block: larchHouse,
    data: { leakReference: 'LFA-1' as LocalReference },
    ...change,
  });
const original = leakOf({});

interface Amendment {
  what: string;
  event: SystemEvent;
}
const amendments: readonly Amendment[] = [
  { what: 'another time', event: leakOf({ at: '2025-06-19T21:30:00Z' }) },
  { what: 'another reference', event: leakOf({ data: { leakReference: 'LFA-2' } }) },
  { what: 'another source', event: leakOf({ source: flat5 }) },
  { what: 'another home', event: leakOf({ home: flat5, source: undefined }) },
];

/** An amended event is kept in quarantine once, however it comes, and no record knows of it. */
async function amended({ directory }: Ground, { what, event }: Amendment): Promise<Trial> {
  const expected = await withHub({ directory }, async hub => {
    hub.publish([original]);
    await hub.settle();
    return stateOf(hub);
  });
  const hearings = [
    [[original], [event]],
    [[original, event]],
    [[original], [event, original], [event], [event]],
  ];
  const wrong: string[] = [];
  for (const hearing of hearings) {
    await withHub({ directory }, async hub => {
      for (const batch of hearing) {
        hub.publish(batch);
        await hub.settle();
      }
      const found = await wrongWith(hub, expected);
      const kept = (await contents(hub.quarantine)).filter(({ reason }) => reason === 'amended');
      if (kept.length !== 1) wrong.push(`${kept.length} kept as amended instead of 1`);
      wrong.push(...found.filter(place => !place.startsWith('refused ')));
    });
  }
  return {
    fault: `the same id with ${what}`,
    runs: hearings.length,
    injections: hearings.flat(2).length,
    wrong,
  };
}
