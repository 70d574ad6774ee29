import assert from 'node:assert/strict';
import type { Expectation, Look } from '../../expectation.ts';
import { everywhere, nowhere, shownBy, teamOf } from '../checks.ts';
import { alderCourt2, flat } from '../places.ts';

const adjustment = 'allow-time-at-the-door';
const inPairs = 'do-not-visit-alone';
/** Words of the reasons, which no instruction may repeat. */
const whyAdjustment = 'walks with a frame';
const whyInPairs = 'hammer';

/** The reason why a flag stands, as an officer of a role reads it. */
async function basisFor({ officer }: Look, role: Parameters<Look['officer']>[0], code: string, uprn: string) {
  const flag = (await officer(role).flags(uprn)).find(one => one.code === code);
  assert.ok(flag, `${role} does not see ${code} on ${uprn}`);
  return (flag.basis ?? []).map(({ basis }) => basis ?? '').join();
}

/** Mr B's warning at flat 7 is in a state, and has the day on which it is looked at again. */
async function isInState({ officer }: Look, state: string): Promise<void> {
  const { flags } = await officer('repairs-officer').property(flat(7));
  const found = flags.find(({ code }) => code === inPairs);
  assert.ok(found, 'no warning to visit in pairs');
  assert.equal(found.state, state);
  assert.ok((found.reviewDue ?? '') > '2025-10-07', `it is to be reviewed on ${found.reviewDue}`);
}

async function seesInstructionOnly(look: Look, role: Parameters<Look['officer']>[0], uprn: string) {
  const basis = await basisFor(look, role, inPairs, uprn);
  assert.equal(basis, '', `${role} reads why: ${basis}`);
}

/** What is known of people: it follows them, and who needs to know why is told why. */
export const people: readonly Expectation[] = [
  {
    by: '2025-07-15T09:32+01:00',
    says: 'Repairs is told to allow Mrs A time at the door, and not why',
    async check(look) {
      const repairs = teamOf(look, 'repairs');
      const { instruction } = shownBy(repairs, adjustment, flat(4));
      assert.match(instruction, /^MEDIUM, allow time at the door: Allow time to get to the door/);
      assert.ok(!repairs.received.join().includes(whyAdjustment), 'repairs was told why');
      const basis = await basisFor(look, 'repairs-officer', adjustment, flat(4));
      assert.equal(basis, '', 'a repairs officer reads why');
    },
  },
  {
    by: '2025-10-06T16:45+01:00',
    says: 'Every system instructs to visit Mr B at flat 7 in pairs, and none is told why',
    async check(look) {
      await everywhere(look, inPairs, flat(7));
      for (const team of look.teams) {
        // HACT has one code for several warnings of this kind: repairs is told first which it is.
        const named = team.system === 'repairs' ? 'CRITICAL, do not visit alone: ' : '';
        const { instruction } = shownBy(team, inPairs, flat(7));
        assert.ok(instruction.startsWith(`${named}Visit in pairs`), instruction);
        assert.ok(!team.received.join().includes(whyInPairs), `${team.system} was told why`);
      }
    },
  },
  {
    by: '2025-10-06T16:45+01:00',
    says: 'Nobody has approved the warning yet: it is pending, its instruction in force, and why is for few',
    async check(look) {
      await isInState(look, 'pending-approval');
      assert.ok((await basisFor(look, 'manager', inPairs, flat(7))).includes(whyInPairs));
      await seesInstructionOnly(look, 'housing-officer', flat(7));
    },
  },
  {
    by: '2025-10-07T11:25+01:00',
    says: 'A second person has approved it: it is active, with a date of review',
    check: look => isInState(look, 'active'),
  },
  {
    by: '2025-10-07T11:25+01:00',
    says: 'Why, housing officers and managers can read, and repairs, leaks and complaints cannot',
    async check(look) {
      for (const role of ['housing-officer', 'manager'] as const) {
        const basis = await basisFor(look, role, inPairs, flat(7));
        assert.ok(basis.includes(whyInPairs), `${role} does not read why`);
      }
      for (const role of ['repairs-officer', 'leaks-officer', 'complaints-officer'] as const) {
        await seesInstructionOnly(look, role, flat(7));
      }
    },
  },
  {
    by: '2026-10-12T11:10+01:00',
    says: 'Mr B moves: his flag has left flat 7 for Alder Court in every system; the leak history stays',
    async check(look) {
      await nowhere(look, inPairs, flat(7));
      await everywhere(look, inPairs, alderCourt2);
      await everywhere(look, 'recurrent-leak', flat(7));
    },
  },
  {
    by: '2026-11-02T09:20+00:00',
    says: 'The new tenant moves in: nothing of Mr B shows on flat 7, in any system or to any role',
    async check(look) {
      for (const team of look.teams) {
        const personal = team.shownAt(flat(7)).filter(({ on }) => on.startsWith('person/'));
        assert.deepEqual(personal, [], `${team.system} still shows ${personal.map(({ code }) => code)}`);
      }
      for (const role of ['manager', 'housing-officer', 'repairs-officer'] as const) {
        const { household, flags } = await look.officer(role).property(flat(7));
        assert.equal(household.length, 1, `${household.length} people live at flat 7`);
        assert.ok(!flags.some(({ on }) => on.startsWith('person/')), `${role} sees a person’s flag`);
        const shown = JSON.stringify({ household, flags });
        assert.ok(!/Buckle|acf1c791-9094-45fc-a54b-64692484738b/.test(shown), `${role} sees Mr B`);
      }
    },
  },
];
