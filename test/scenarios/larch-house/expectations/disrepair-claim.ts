import assert from 'node:assert/strict';
import type { Expectation, Look } from '../../expectation.ts';
import { entryAt, everywhere, nowhere } from '../checks.ts';
import { flat } from '../places.ts';

async function claim({ officer }: Look) {
  const { openCases } = await officer('disrepair-officer').property(flat(4));
  const found = openCases.find(
    ({ kind, reference }) => kind === 'disrepair-claim' && reference === 'DR-0417',
  );
  assert.ok(found, 'DR-0417 is not open');
  return found;
}

/** The claim that a year of it led to, and the works that are evidence from then on. */
export const disrepairClaim: readonly Expectation[] = [
  {
    by: '2026-04-17T10:25+01:00',
    says: 'Mrs A’s claim DR-0417 is open on flat 4, and every system says: close no repair without the disrepair team',
    async check(look) {
      const { stage, facts } = await claim(look);
      assert.equal(stage, 'received');
      assert.equal(facts['letterDated'], '2026-04-15', `the letter is dated ${facts['letterDated']}`);
      await everywhere(look, 'disrepair-claim', flat(4));
      await nowhere(look, 'closed-under-legal-hold', flat(4));
    },
  },
  {
    by: '2026-05-13T16:10+01:00',
    says: 'DR-0417 is answered: a single joint expert, and works promised by 31 July',
    async check(look) {
      const { stage, facts } = await claim(look);
      assert.deepEqual([stage, facts['expert']], ['responded', 'single-joint']);
      const dueOn = '2026-07-31';
      const promised = ['damp-and-mould', 'making-good'].map(category => ({
        reference: category,
        category,
        dueOn,
      }));
      assert.deepEqual(facts['promises'], promised);
    },
  },
  {
    by: '2026-10-28T15:15+00:00',
    says: 'R-95518 is closed under legal hold: every system says so, and the hub says by which claim and closing',
    async check(look) {
      await everywhere(look, 'closed-under-legal-hold', flat(4));
      await nowhere(look, 'closed-under-legal-hold', flat(5), flat(7));
      const timeline = await look.officer('manager').timeline(flat(4));
      const received = entryAt(timeline, 'disrepair.claim-received', '2026-04-17T08:30Z');
      const flags = await look.officer('disrepair-officer').flags(flat(4));
      const flag = flags.find(({ code }) => code === 'closed-under-legal-hold');
      const closing = timeline.find(({ id }) => id === flag?.because?.events.at(-1));
      assert.equal(flag?.because?.events[0], received.id, 'it is not explained by the claim');
      assert.equal(closing?.data['workOrderReference'], 'R-95518', 'it is not explained by the closing');
    },
  },
];
