import type { LocalReference } from '../../../schemas/reference.ts';
import { eventOf, flat4, flat7, larchHouse } from '../../support/events.ts';
import { stateOf } from '../support/state.ts';
import { type Attack, withHub, wrongWith } from '../support/trial.ts';

const writers = 32;

/** Leaks and their ends, so that cases, flags and totals all change with every event. */
const events = Array.from({ length: writers }, (_, index) => {
  const leakReference = `LFA-${Math.floor(index / 2)}` as LocalReference;
  const happening = {
    at: `2025-06-02T08:${String(index).padStart(2, '0')}:00Z`,
    home: flat4,
    source: flat7,
    block: larchHouse,
    data: { leakReference },
  };
  return index % 2 === 0
    ? eventOf({ ...happening, type: 'housing.leak.reported.v1' })
    : eventOf({ ...happening, type: 'housing.leak.resolved.v1' });
});

/** Thirty-two invocations of `record`, each with one event, all for the same three properties, all at once. */
export const concurrentWriters: Attack = {
  title: `${writers} writers write one property at once`,
  async run({ directory }) {
    const heard = (lanes: number, batchSize: number) => ({ directory, lanes, batchSize });
    const expected = await withHub(heard(1, 10), async hub => {
      hub.publish(events);
      await hub.settle();
      return stateOf(hub);
    });
    const wrong = await withHub(heard(writers, 1), async hub => {
      hub.publish(events);
      await hub.settle();
      return wrongWith(hub, expected);
    });
    return [{ fault: `${writers} concurrent writers on one property`, runs: 1, injections: writers, wrong }];
  },
};
