import { describe, expect, it } from 'vitest';
import type { Hazard } from '../../../../functions/core/record/hazards.ts';
import type { AccessAttempt } from '../../../../functions/core/record/subject-record.ts';
import { accessMissed } from '../../../../functions/core/rules/access-missed.ts';
import { instant } from '../../../support/events.ts';
import { hazardOf, type Opening, openCases, recordWith } from '../../../support/records.ts';

const now = instant('2026-06-01T00:00:00Z');
const opened = '2026-01-01T09:00:00Z';
const attempt = (day: string, outcome: AccessAttempt['outcome'], inPerson = true): AccessAttempt => ({
  id: `attempt-${day}`,
  at: instant(`${day}T09:00:00Z`),
  rank: 0,
  outcome,
  inPerson,
});
const missed = [attempt('2026-02-01', 'missed')];

describe('access-missed', () => {
  it.each(['leak', 'work-order'] as const)('stands while an open %s needs somebody to get in', kind => {
    expect(
      accessMissed.find(recordWith({ access: missed, openCases: openCases([kind, 'C-1', opened]) }), now),
    ).toEqual({
      since: instant('2026-02-01T09:00:00Z'),
      latest: instant('2026-02-01T09:00:00Z'),
      events: ['attempt-2026-02-01'],
    });
  });

  it('stands for a hazard until the works that end it are completed, or it is closed', () => {
    const standsWith = (hazard: Hazard) =>
      accessMissed.find(recordWith({ access: missed, hazards: [hazard] }), now) !== undefined;
    const stages = ['suspected', 'investigated', 'made-safe', 'works-started', 'works-completed'] as const;
    expect(stages.map(stage => standsWith(hazardOf(stage, opened)))).toEqual([true, true, true, true, false]);
    expect(standsWith({ ...hazardOf('made-safe', opened), closedAt: now })).toBe(false);
  });

  it('does not stand for cases that need nobody at the home', () => {
    const cases = openCases(
      ['complaint', 'C-1', opened],
      ['tenancy', 'T-1', opened],
      ['works', 'W-1', opened],
    );
    expect(accessMissed.find(recordWith({ access: missed, openCases: cases }), now)).toBeUndefined();
  });

  describe('is of what somebody came for', () => {
    const forJob = (reference: string, day = '2026-02-01') => ({
      ...attempt(day, 'missed'),
      for: [{ kind: 'work-order' as const, reference }],
    });
    const stands = (access: AccessAttempt[], cases: readonly Opening[], hazards: Hazard[] = []) =>
      accessMissed.find(recordWith({ access, openCases: openCases(...cases), hazards }), now) !== undefined;

    it('and ends with that job, whatever other job is open', () => {
      const [own, other] = [
        ['work-order', 'R-1', opened],
        ['work-order', 'R-2', opened],
      ] as const;
      expect(stands([forJob('R-1')], [own, other])).toBe(true);
      expect(stands([forJob('R-1')], [other])).toBe(false);
    });

    it('and does not come again when the job is opened again later, until somebody comes in vain again', () => {
      const again = ['work-order', 'R-1', '2026-05-01T09:00:00Z'] as const;
      expect(stands([forJob('R-1')], [again])).toBe(false);
      expect(stands([forJob('R-1'), forJob('R-1', '2026-05-02')], [again])).toBe(true);
    });

    it('and stands on for a danger that was open by that day, not for one that came later', () => {
      const [before, after] = [opened, '2026-03-01T09:00:00Z'];
      expect(stands([forJob('R-1')], [['leak', 'L-1', before]])).toBe(true);
      expect(stands([forJob('R-1')], [['leak', 'L-1', after]])).toBe(false);
      expect(stands([forJob('R-1')], [], [hazardOf('made-safe', before)])).toBe(true);
      expect(stands([forJob('R-1')], [], [hazardOf('suspected', after)])).toBe(false);
    });

    it('and where nobody says what for, of all that was open by that day', () => {
      expect(stands(missed, [['work-order', 'R-1', '2026-02-01T17:00:00Z']])).toBe(true);
      expect(stands(missed, [['work-order', 'R-1', '2026-02-02T09:00:00Z']])).toBe(false);
    });
  });

  it('is explained by the visits in vain since somebody last got in, not by calls', () => {
    const access = [
      attempt('2026-02-01', 'missed'),
      attempt('2026-02-02', 'gained'),
      attempt('2026-02-03', 'missed'),
      attempt('2026-02-04', 'missed', false),
      attempt('2026-02-05', 'missed'),
    ];
    expect(
      accessMissed.find(recordWith({ access, openCases: openCases(['leak', 'L-1', opened]) }), now),
    ).toEqual({
      since: instant('2026-02-03T09:00:00Z'),
      latest: instant('2026-02-05T09:00:00Z'),
      events: ['attempt-2026-02-03', 'attempt-2026-02-05'],
    });
  });

  describe('belongs to the household', () => {
    const access = [attempt('2026-02-01', 'missed'), attempt('2026-02-20', 'missed')];
    const job = ['work-order', 'R-1', opened] as const;
    const found = (cases: readonly Opening[], tenancyEndedAt?: string) => {
      const ended = tenancyEndedAt === undefined ? {} : { tenancyEndedAt: instant(tenancyEndedAt) };
      const record = recordWith({ access, openCases: openCases(job, ...cases), ...ended });
      return accessMissed.find(record, now)?.events;
    };

    it('of now: not what the one before it did', () => {
      expect(found([['tenancy', 'T-2', '2026-02-10T00:00:00Z']])).toEqual(['attempt-2026-02-20']);
      expect(found([['tenancy', 'T-2', '2026-03-01T00:00:00Z']])).toBeUndefined();
    });

    it('that has been there longest, where several tenancies are in force', () => {
      expect(
        found([
          ['tenancy', 'T-2', '2026-02-10T00:00:00Z'],
          ['tenancy', 'T-1', '2025-01-01T00:00:00Z'],
        ]),
      ).toHaveLength(2);
    });

    it('to none when nobody lives there any more', () => {
      expect(found([], '2026-02-21T00:00:00Z')).toBeUndefined();
      expect(found([], '2026-02-10T00:00:00Z')).toEqual(['attempt-2026-02-20']);
      expect(found([])).toHaveLength(2);
    });

    it('of now, whatever end of an earlier tenancy is heard late', () => {
      const cases: Opening[] = [['tenancy', 'T-2', '2026-02-10T00:00:00Z']];
      expect(found(cases, '2026-03-01T00:00:00Z')).toEqual(['attempt-2026-02-20']);
    });
  });
});
