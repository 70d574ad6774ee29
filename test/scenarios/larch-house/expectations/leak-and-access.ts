import assert from 'node:assert/strict';
import type { Expectation } from '../../expectation.ts';
import { entryAt, everywhere, nowhere } from '../checks.ts';
import { flat } from '../places.ts';

/** What the water does, and who was not let in to look for it. */
export const leakAndAccess: readonly Expectation[] = [
  {
    by: '2025-06-02T08:41+01:00',
    says: 'The leak stands on flat 4 and on flat 7, and the block has one open leak',
    async check({ officer }) {
      const [affected, source] = await Promise.all(
        [4, 7].map(n => officer('leaks-officer').property(flat(n))),
      );
      for (const home of [affected, source]) {
        const leaks = home?.openCases.filter(({ kind }) => kind === 'leak').map(({ reference }) => reference);
        assert.deepEqual(leaks, ['LFA-0612'], `open leaks of ${home?.address}: ${leaks}`);
      }
      assert.deepEqual(affected?.block?.openLeaks, ['LFA-0612'], 'the block does not have one open leak');
    },
  },
  {
    by: '2025-06-02T08:41+01:00',
    says: 'Every system shows the active leak on flats 4 and 7',
    check: look => everywhere(look, 'active-leak', flat(4), flat(7)),
  },
  {
    by: '2025-06-05T10:05+01:00',
    says: 'Every system shows that a visit to flat 7 got no access',
    check: look => everywhere(look, 'access-missed', flat(7)),
  },
  {
    by: '2025-06-16T09:05+01:00',
    says: 'The visit of 12 June, heard on the 16th, stands in its place, four days late; no access twice',
    async check({ officer }) {
      const timeline = await officer('manager').timeline(flat(7));
      const visit = entryAt(timeline, 'visit.access-attempted', '2025-06-12T14:10+01:00');
      assert.equal(visit.lateByDays, 4, `late by ${visit.lateByDays} days`);
      const times = timeline.map(({ happenedAt }) => happenedAt);
      assert.deepEqual(times, times.toSorted().toReversed(), 'the timeline is not in order of happening');
      const { noAccess } = (await officer('manager').property(flat(7))).signals;
      assert.equal(noAccess, 2, `no access ${noAccess} times`);
    },
  },
  {
    by: '2025-06-19T21:35+01:00',
    says: 'Flat 7 is the recurrent source of leaks into flats 4 and 5, in every system',
    async check(look) {
      await everywhere(look, 'recurrent-leak', flat(7));
      for (const number of [4, 5]) {
        const { openCases } = await look.officer('leaks-officer').property(flat(number));
        const again = openCases.some(({ reference }) => reference === 'LFA-0634');
        assert.ok(again, `flat ${number} does not have the leak of 19 June`);
      }
      const flags = await look.officer('leaks-officer').flags(flat(7));
      const evidence = flags.find(({ code }) => code === 'recurrent-leak')?.because?.events ?? [];
      assert.equal(evidence.length, 3, `explained by ${evidence.length} leak reports, not by three`);
    },
  },
  {
    by: '2025-07-14T20:50+01:00',
    says: 'Every system shows that the electrics of flat 4 are isolated',
    check: look => everywhere(look, 'electrics-isolated', flat(4)),
  },
  {
    by: '2025-08-01T16:10+01:00',
    says: 'The electrics of flat 4 are back on: the warning is gone from every system',
    async check(look) {
      const leaks = await look.officer('manager').timeline(flat(4), 'leak');
      entryAt(leaks, 'leak.electrics-reinstated', '2025-08-01T16:00+01:00');
      await nowhere(look, 'electrics-isolated', flat(4));
    },
  },
  {
    by: '2026-10-26T13:15+00:00',
    says: 'The cause is traced: no system shows an active leak any more, and the block has none open',
    async check(look) {
      const leaks = await look.officer('manager').timeline(flat(4), 'leak');
      entryAt(leaks, 'leak.traced', '2026-10-26T11:30+00:00');
      await nowhere(look, 'active-leak', flat(4), flat(5), flat(7));
      const { block } = await look.officer('manager').property(flat(4));
      assert.deepEqual(block?.openLeaks, [], `the block still has ${block?.openLeaks} open`);
    },
  },
];
