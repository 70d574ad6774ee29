import { describe, expect, it } from 'vitest';
import {
  mayRead,
  maySeeBasis,
  maySeeFlag,
  type Viewer,
} from '../../../../functions/core/views/need-to-know.ts';
import { roleSchema, teamOf } from '../../../../functions/core/views/roles.ts';
import { timelineEntryView } from '../../../../functions/core/views/timeline.ts';
import type { LocalReference } from '../../../../schemas/reference.ts';
import type { Team } from '../../../../schemas/teams.ts';
import { eventOf, flat7, mrsA } from '../../../support/events.ts';

const teams: Record<string, Team> = {
  repairs: 'repairs',
  leaks: 'leaks',
  complaints: 'complaints',
  tenancy: 'resident-services',
};
const viewer = (team: Team): Viewer => ({ team, teamOfSystem: system => teams[system] });
const noAccess = eventOf({
  type: 'housing.repair.no-access-recorded.v1',
  system: 'repairs',
  at: '2025-06-12T14:10:00+01:00',
  heardAt: '2025-06-16T09:00:00+01:00',
  home: flat7,
  data: {
    workOrderReference: 'R-88120' as LocalReference,
    inPerson: true,
    note: { text: 'Somebody was in and did not answer', classification: 'personal' },
  },
});

describe('sealed text', () => {
  it.each<[Team, boolean]>([
    ['repairs', true],
    ['resident-services', true],
    ['management', true],
    ['leaks', false],
    ['complaints', false],
  ])('personal text of repairs for %s: %s', (team, readable) => {
    expect(mayRead(viewer(team), { text: 'x', classification: 'personal' }, 'repairs')).toBe(readable);
  });

  it('is replaced by the fact that there is one', () => {
    expect(timelineEntryView({ event: noAccess, role: 'home' }, viewer('leaks'))?.data).toEqual({
      workOrderReference: 'R-88120',
      inPerson: true,
      note: { withheld: true, classification: 'personal' },
    });
    expect(timelineEntryView({ event: noAccess, role: 'home' }, viewer('repairs'))?.data['note']).toBe(
      'Somebody was in and did not answer',
    );
  });

  it('of special categories is for its own team and management', () => {
    const sealed = { text: 'x', classification: 'special-category' } as const;
    expect(mayRead(viewer('resident-services'), sealed, 'complaints')).toBe(false);
    expect(mayRead(viewer('complaints'), sealed, 'complaints')).toBe(true);
    expect(mayRead(viewer('management'), sealed, 'complaints')).toBe(true);
  });
});

describe('a late event', () => {
  it('stands where it happened and says by how many days it is late', () => {
    const entry = timelineEntryView({ event: noAccess, role: 'home' }, viewer('repairs'));
    expect(entry).toMatchObject({ happenedAt: '2025-06-12T13:10:00.000Z', lateByDays: 4 });
  });
});

describe('flags', () => {
  it('show the instruction to all and the basis to those who manage the risk', () => {
    expect(maySeeFlag(viewer('leaks'), 'do-not-visit-alone')).toBe(true);
    expect(maySeeBasis(viewer('leaks'), 'do-not-visit-alone')).toBe(false);
    expect(maySeeBasis(viewer('resident-services'), 'do-not-visit-alone')).toBe(true);
    expect(maySeeBasis(viewer('management'), 'do-not-visit-alone')).toBe(true);
  });

  it('about safeguarding are not even known to exist by teams that need not know', () => {
    const asserted = eventOf({
      type: 'housing.flag.asserted.v1',
      system: 'tenancy',
      at: '2025-06-12T14:10:00Z',
      persons: [mrsA],
      data: { code: 'safeguarding', localCode: 'DV' },
    });
    expect(maySeeFlag(viewer('repairs'), 'safeguarding')).toBe(false);
    expect(timelineEntryView({ event: asserted, role: 'person' }, viewer('repairs'))).toBeUndefined();
    expect(timelineEntryView({ event: asserted, role: 'person' }, viewer('resident-services'))).toBeDefined();
  });
});

it('every role acts for one team', () => {
  for (const role of roleSchema.options) expect(teamOf(role)).toEqual(expect.any(String));
});
