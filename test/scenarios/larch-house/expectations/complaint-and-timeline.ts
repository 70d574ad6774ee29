import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { Expectation, Look } from '../../expectation.ts';
import { entryAt, everywhere, teamOf, visitsIn } from '../checks.ts';
import { flat } from '../places.ts';

async function complaint({ officer }: Look) {
  const { openCases } = await officer('complaints-officer').property(flat(4));
  const found = openCases.find(({ kind, reference }) => kind === 'complaint' && reference === 'C-5521');
  assert.ok(found, 'C-5521 is not open');
  return found;
}

/** The complaint, and what the timeline can answer. */
export const complaintAndTimeline: readonly Expectation[] = [
  {
    by: '2025-07-21T11:25+01:00',
    says: 'Complaint C-5521 is open on flat 4, and every system says so',
    async check(look) {
      assert.equal((await complaint(look)).stage, 'received');
      await everywhere(look, 'open-complaint', flat(4));
    },
  },
  {
    by: '2025-08-11T15:35+01:00',
    says: 'C-5521 was answered at stage 1: its stage and both promises are on the record',
    async check(look) {
      const { stage, facts } = await complaint(look);
      assert.equal(stage, 'stage 1 responded');
      const promised = [
        { reference: 'C-5521/a', dueOn: '2025-08-25' },
        { reference: 'C-5521/b', dueOn: '2025-09-30' },
      ];
      assert.deepEqual(facts['promises'], promised, 'not both promises, each by its day');
    },
  },
  {
    by: '2025-09-18T16:35+01:00',
    says: 'R-90447 was closed by nobody and with nothing to show it: every system says so, and names the job',
    async check(look) {
      await everywhere(look, 'closed-without-evidence', flat(4));
      const flags = await look.officer('repairs-officer').flags(flat(4));
      const flag = flags.find(({ code }) => code === 'closed-without-evidence');
      assert.deepEqual(flag?.because?.references, ['R-90447']);
    },
  },
  {
    by: '2025-09-22T12:00+01:00',
    says: 'R-90991 was closed but never raised: it is kept in quarantine, repairs’ own system is told, and the home is not',
    async check(look) {
      const { officer } = look;
      const told = teamOf(look, 'repairs').received.filter(body => body.includes('"R-90991"'));
      assert.equal(told.length, 1, `repairs’ system was told ${told.length} times of R-90991`);
      assert.match(told[0] ?? '', /"messageType":"MessageHeld".*"reasonCode":"never-raised"/);
      const kept = await officer('repairs-officer').quarantine();
      const closed = kept.filter(({ key = '' }) => key.endsWith('#R-90991'));
      assert.equal(closed.length, 1, `${closed.length} things of R-90991 are kept`);
      const [{ reason, eventType } = {}] = closed;
      assert.deepEqual([reason, eventType], ['never-raised', 'housing.repair.completed.v1']);
      const repairs = await officer('manager').timeline(flat(4), 'repair');
      const shown = repairs.filter(({ data }) => data['workOrderReference'] === 'R-90991');
      assert.deepEqual(shown, [], 'the timeline of flat 4 has it');
    },
  },
  {
    by: '2025-11-03T09:05+00:00',
    says: 'The mould of 28 October, heard six days late, stands before the call about it of the 29th',
    async check({ officer }) {
      const hazards = await officer('manager').timeline(flat(4), 'hazard');
      const bySheet = entryAt(hazards, 'hazard.suspected', '2025-10-28T07:50+00:00');
      const byCall = entryAt(hazards, 'hazard.suspected', '2025-10-29T10:15+00:00');
      assert.ok(hazards.indexOf(byCall) < hazards.indexOf(bySheet), 'they stand in the wrong order');
      assert.equal(bySheet.lateByDays, 6, `late by ${bySheet.lateByDays} days`);
      assert.equal(byCall.lateByDays, 0, `the call is late by ${byCall.lateByDays} days`);
    },
  },
  {
    by: '2025-12-03T06:05+00:00',
    says: 'What arrived three times, and the row that two sheets had, stand once',
    async check({ officer }) {
      entryAt(await officer('manager').timeline(flat(10)), 'visit.carried-out', '2025-12-02T13:10+00:00');
      entryAt(await officer('manager').timeline(flat(4)), 'leak.reported', '2025-06-02T08:40+01:00');
      const { visits } = (await officer('manager').property(flat(10))).signals;
      assert.equal(visits, 2, `flat 10 counts ${visits} visits`);
    },
  },
  {
    by: '2025-12-16T17:10+00:00',
    says: 'Two visits that arrived in the wrong order stand in the right one; the late one says so',
    async check({ officer }) {
      const timeline = await officer('manager').timeline(flat(7));
      const earlier = entryAt(timeline, 'repair.attended', '2025-12-11T10:00+00:00');
      const later = entryAt(timeline, 'repair.attended', '2025-12-16T09:30+00:00');
      assert.ok(timeline.indexOf(later) < timeline.indexOf(earlier), 'they stand in the wrong order');
      assert.equal(earlier.lateByDays, 5, `the earlier one is late by ${earlier.lateByDays} days`);
    },
  },
  {
    by: '2026-03-09T09:45+00:00',
    says: 'The Ombudsman’s interest is on the record and in every system',
    async check(look) {
      const { stage, facts } = await complaint(look);
      assert.equal(stage, 'ombudsman');
      assert.equal(facts['ombudsmanReference'], '202599999');
      await everywhere(look, 'ombudsman-case', flat(4));
    },
  },
  {
    by: '2026-08-31T12:00+01:00',
    says: 'The timeline of leaks shows both of 2026 on a Thursday between 19:00 and 23:00',
    async check({ officer }) {
      const leaks = (await officer('leaks-officer').timeline(flat(7), 'leak')).filter(
        ({ type, happenedAt }) => type === 'housing.leak.reported.v1' && happenedAt >= '2026',
      );
      assert.equal(leaks.length, 2, `${leaks.length} leaks in 2026`);
      for (const { happenedAt } of leaks) {
        const { dayOfWeek, hour } = Temporal.Instant.from(happenedAt).toZonedDateTimeISO('Europe/London');
        assert.ok(dayOfWeek === 4 && hour >= 19 && hour < 23, `one at ${happenedAt}`);
      }
    },
  },
  {
    by: '2026-09-01T12:00+01:00',
    says: 'Open for thirteen months, the complaint and the Ombudsman’s case are still shown by every system',
    async check(look) {
      await complaint(look);
      await everywhere(look, 'open-complaint', flat(4));
      await everywhere(look, 'ombudsman-case', flat(4));
    },
  },
  {
    by: '2026-11-02T09:20+00:00',
    says: 'The record of flats 4, 5, 7 and 10 has 43 visits: 23 with a finding, 5 with none recorded, 15 without access',
    async check(look) {
      const visits = await visitsIn(look, [4, 5, 7, 10]);
      const gained = visits.filter(({ type }) => /attended|carried-out/.test(type));
      const withFinding = gained.filter(({ data }) => typeof data['finding'] === 'string');
      const found = [
        visits.length,
        withFinding.length,
        gained.length - withFinding.length,
        visits.length - gained.length,
      ];
      assert.deepEqual(found, [43, 23, 5, 15], `visits, with a finding, with none, without access: ${found}`);
    },
  },
];
