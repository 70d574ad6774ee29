import { describe, expect, it, test } from 'vitest';
import { isListed, type Worklist, worklistSchema } from '../../../../functions/core/worklists/worklist.ts';
import { flagStateSchema } from '../../../../schemas/flag-life.ts';
import { type Flag, type FlagCode, flagDefinitions, flagVisibility } from '../../../../schemas/flags.ts';
import { type CalendarDate, dateSchema } from '../../../../schemas/reference.ts';
import { type Team, teamSchema } from '../../../../schemas/teams.ts';
import { instant } from '../../../support/events.ts';
import { flagOf } from '../../../support/flags.ts';

const at = instant('2025-08-15T12:00:00Z');
const day = (text: string): CalendarDate => dateSchema.parse(text);
const isOn = (list: Worklist, flag: Flag, when = at, team: Team = 'management') =>
  isListed({ teams: [team] }, list, flag, when);
const conduct = 'do-not-visit-alone';
const inForce = ['pending-approval', 'active', 'review-due', 'review-overdue'];
/** Those of its states in which a flag is on a list. */
const statesOn = (list: Worklist, code: FlagCode, changes: Partial<Flag> = {}) =>
  flagStateSchema.options.filter(state => isOn(list, flagOf(code, { ...changes, state })));

describe('reviews that are due', () => {
  it('begin with the day, in London', () => {
    const flag = flagOf('asbestos', { reviewDue: day('2025-07-01') });
    expect(isOn('reviews-due', flag, instant('2025-06-30T22:59:59.999Z'))).toBe(false);
    expect(isOn('reviews-due', flag, instant('2025-06-30T23:00:00Z'))).toBe(true);
  });

  it('are not of flags on which a second person decides first, nor of those that are not in force', () => {
    expect(statesOn('reviews-due', conduct, { reviewDue: day('2025-08-15') })).toEqual([
      'active',
      'review-due',
      'review-overdue',
    ]);
    expect(statesOn('reviews-due', conduct)).toEqual([]);
  });
});

test('an overdue review is one that nobody did for as long as a state or fact may go, and is for its owner and management', () => {
  expect(statesOn('reviews-overdue', 'asbestos')).toEqual(['review-overdue']);
  const overdue = flagOf('electrics-isolated', { state: 'review-overdue' });
  const teams = teamSchema.options.filter(team => isOn('reviews-overdue', overdue, at, team));
  expect(teams).toEqual(expect.arrayContaining(['surveying', 'management']));
  expect(teams).not.toContain('complaints');
});

describe('what waits for a second person', () => {
  it('is in force already, or is to be cleared', () => {
    expect(statesOn('pending-approval', conduct)).toEqual(['pending-approval']);
    expect(isOn('pending-approval', flagOf('asbestos', { clearanceRequested: at }))).toBe(true);
  });

  it('is proposed', () => expect(statesOn('proposed', conduct)).toEqual(['proposed']));
});

test('a suspended flag is one that nobody looked at in time', () => {
  expect(statesOn('suspended', conduct)).toEqual(['suspended']);
});

describe('an unplaced flag', () => {
  it('is a person’s whose home nobody knows, in force or suspended', () => {
    const states = flagStateSchema.options.filter(state => state !== 'proposed');
    expect(statesOn('unplaced', conduct, { places: [] })).toEqual(states);
  });

  it('is none with a home, nor one of a home', () => {
    expect(statesOn('unplaced', conduct)).toEqual([]);
    expect(statesOn('unplaced', 'asbestos', { places: [] })).toEqual([]);
  });
});

describe('a conflict', () => {
  const conflict = { deniedBy: ['leaks'], since: at };

  it('is for the flag’s owner, and for those who look after all, and for nobody else who may clear it', () => {
    const flag = flagOf(conduct, { conflict });
    const teams = teamSchema.options.filter(team => isOn('conflicts', flag, at, team));
    expect(teams).toEqual(['tenancy-enforcement', 'management', 'data-protection']);
  });

  it('is none without anybody who denies it', () => expect(statesOn('conflicts', conduct)).toEqual([]));
});

describe('a household in doubt', () => {
  it('is asked about on a list of its own, by resident services and by those who look after all', () => {
    const flag = flagOf('household-unconfirmed');
    const teams = teamSchema.options.filter(team => isOn('households-in-doubt', flag, at, team));
    expect(teams).toContain('resident-services');
    expect(teams).not.toContain('repairs');
    expect(statesOn('households-in-doubt', conduct)).toEqual([]);
  });
});

describe('whom nobody told', () => {
  it('are people who are marked for their conduct or for a legal matter that is not open to all', () => {
    const codes = flagDefinitions.map(({ code }) => code).filter(code => isOn('untold', flagOf(code)));
    const marked = flagDefinitions.filter(({ secondPerson }) => secondPerson).map(({ code }) => code);
    expect(codes.toSorted()).toEqual([...marked, 'access-injunction'].toSorted());
  });

  it('are so while the flag is in force, until somebody says that they know or why they do not', () => {
    expect(statesOn('untold', conduct)).toEqual(inForce);
    expect(statesOn('untold', conduct, { personTold: 'informed' })).toEqual([]);
    expect(statesOn('untold', conduct, { personTold: 'not-informed' })).toEqual([]);
  });
});

describe('the quarterly review', () => {
  it('has every flag about conduct that is in force, whenever it is due', () => {
    expect(statesOn('quarterly-review', conduct, { reviewDue: day('2026-02-01') })).toEqual(inForce);
  });

  it.each([
    ['2025-06-30', true],
    ['2025-09-30', true],
    ['2025-10-01', false],
  ])(
    'has another flag of a person when it falls due by the end of the quarter: due %s, %s',
    (due, listed) => {
      expect(isOn('quarterly-review', flagOf('support-needed', { reviewDue: day(due) }))).toBe(listed);
    },
  );

  it('has no flag of a home', () => {
    expect(statesOn('quarterly-review', 'asbestos', { reviewDue: day('2025-08-01') })).toEqual([]);
  });
});

describe('need to know', () => {
  /** On every list, as far as a flag can be. */
  const everywhere = {
    reviewDue: day('2025-08-01'),
    conflict: { deniedBy: ['x'], since: at },
    clearanceRequested: at,
  };
  const listed = (team: Team, code: FlagCode) =>
    flagStateSchema.options.flatMap(state => {
      const flags = [[], flagOf(code).places].map(places => flagOf(code, { ...everywhere, state, places }));
      return worklistSchema.options.filter(list => flags.some(flag => isOn(list, flag, at, team)));
    });

  test.each(flagDefinitions)(
    '$code is listed for its owner, who may clear it, and those who look after all',
    entry => {
      const { code, owner, mayClear } = entry;
      const own: readonly Team[] = [owner, ...mayClear, 'management', 'data-protection'];
      for (const team of teamSchema.options) {
        const knows = flagVisibility(code, team) !== 'none';
        expect(listed(team, code).length > 0, team).toBe(knows && own.includes(team));
      }
    },
  );

  it('keeps what protects somebody even from data protection', () => {
    expect(listed('data-protection', 'safe-contact')).toEqual([]);
    expect(listed('resident-services', 'safe-contact')).not.toEqual([]);
  });
});
