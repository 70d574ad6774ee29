import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventDataView } from '../../../../functions/core/views/event-data.ts';
import {
  flagFor,
  mayRead,
  maySeeBasis,
  maySeeFlag,
  maySeeNames,
  type Viewer,
} from '../../../../functions/core/views/need-to-know.ts';
import { roleSchema, teamOf } from '../../../../functions/core/views/roles.ts';
import { timelineEntryView } from '../../../../functions/core/views/timeline.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type Classification, classificationSchema } from '../../../../schemas/envelope.ts';
import type { FlagState } from '../../../../schemas/flag-life.ts';
import { flagDefinition, flagDefinitions, flagVisibility } from '../../../../schemas/flags.ts';
import type { LocalReference } from '../../../../schemas/reference.ts';
import { type Team, teamSchema } from '../../../../schemas/teams.ts';
import { runs } from '../../../support/effort.ts';
import { eventOf, flat7, instant, mrsA } from '../../../support/events.ts';
import { flagOf } from '../../../support/flags.ts';

const teams: Record<string, Team> = {
  repairs: 'repairs',
  leaks: 'leaks',
  complaints: 'complaints',
  tenancy: 'resident-services',
};
const viewer = (team: Team): Viewer => ({ teams: [team], teamOfSystem: system => teams[system] });
const broken = (team: Team): Viewer => ({ ...viewer(team), glassIsBroken: true });
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
const seen = (event: SystemEvent, by: Viewer) => timelineEntryView({ event, role: 'home' }, by);

/** Who reads what, in full: a change here is a decision about somebody's privacy. */
const readers: Record<Team, { names: boolean; personal: boolean; special: boolean }> = {
  repairs: { names: false, personal: false, special: false },
  surveying: { names: false, personal: false, special: false },
  leaks: { names: false, personal: false, special: false },
  'resident-services': { names: true, personal: true, special: false },
  'tenancy-enforcement': { names: true, personal: true, special: false },
  complaints: { names: true, personal: false, special: false },
  disrepair: { names: true, personal: false, special: false },
  'contact-centre': { names: true, personal: false, special: false },
  management: { names: true, personal: true, special: true },
  'data-protection': { names: true, personal: false, special: false },
};

describe.each(teamSchema.options)('%s', team => {
  const { names, personal, special } = readers[team];
  const findings = team !== 'data-protection';
  const systems = ['repairs', 'leaks', 'complaints', 'tenancy', 'of-nobody'];

  it('sees names when it needs them', () => {
    expect(maySeeNames(viewer(team))).toBe(names);
    expect(maySeeNames(broken(team))).toBe(true);
  });

  it.each(systems)('reads the sealed texts of %s that it needs, and its own', system => {
    const own = teams[system] === team;
    const may = (classification: Classification, finding?: true) =>
      mayRead(viewer(team), { classification, finding }, system);
    expect(may('operational')).toBe(true);
    expect(may('personal')).toBe(personal || own);
    expect(may('special-category')).toBe(special || own);
    expect(may('personal', true)).toBe(findings || own);
    expect(may('special-category', true)).toBe(special || own);
    expect(
      classificationSchema.options.every(one => mayRead(broken(team), { classification: one }, system)),
    ).toBe(true);
  });

  it.each(flagDefinitions.map(({ code }) => code))('sees of %s what its audience says', code => {
    const visibility = flagVisibility(code, team);
    expect(maySeeFlag(viewer(team), code)).toBe(visibility !== 'none');
    expect(maySeeBasis(viewer(team), { code })).toBe(visibility === 'full');
    for (const classification of classificationSchema.options) {
      const asserted = assertion(code, classification);
      const view = seen(asserted, viewer(team));
      const shown = JSON.stringify(view ?? null);
      expect(view !== undefined).toBe(visibility !== 'none');
      for (const detail of ['LOCAL-1', 'WHO-1', '2025-06-01']) {
        expect(shown.includes(detail), detail).toBe(visibility === 'full');
      }
      const { audience, owner } = flagDefinition(code);
      const named = audience.teams?.[team] === 'full' || team === owner;
      const byClass = mayRead(viewer(team), { classification }, 'repairs');
      expect(shown.includes('THE BASIS')).toBe(visibility === 'full' && (named || byClass));
      expect(JSON.stringify(seen(asserted, broken(team)))).toContain('THE BASIS');
    }
  });
});

function assertion(code: (typeof flagDefinitions)[number]['code'], classification: Classification) {
  return eventOf({
    type: 'housing.flag.asserted.v1',
    system: 'repairs',
    at: '2025-06-12T14:10:00Z',
    home: flat7,
    data: {
      ...{
        code,
        localCode: 'LOCAL-1',
        assertedBy: 'WHO-1',
        approvedBy: 'WHO-1',
        incidentAt: instant('2025-06-01T09:00:00Z'),
      },
      basis: { text: 'THE BASIS', classification },
    },
  });
}

describe('what is only alleged', () => {
  const may = (team: Team, state: FlagState) => maySeeBasis(viewer(team), { code: 'verbal-abuse', state });

  it.each<FlagState>(['proposed', 'pending-approval'])(
    '%s: its basis is for its owner and management',
    state => {
      const seeing = teamSchema.options.filter(team => may(team, state));
      expect(seeing.toSorted()).toEqual(['management', flagDefinition('verbal-abuse').owner]);
    },
  );

  it.each([
    ['an officer’s', { raisedBy: { officer: 'o', role: 'housing-officer', team: 'resident-services' } }],
    ['a system’s', {}],
  ])('is not read from a timeline either, where %s word needed a second one’s', (_whose, said) => {
    const { data, ...raised } = assertion('verbal-abuse', 'personal');
    const event = { ...raised, data: { ...data, approvedBy: undefined, ...said } } as SystemEvent;
    const reading = teamSchema.options.filter(team => {
      return JSON.stringify(seen(event, viewer(team)) ?? '').includes('THE BASIS');
    });
    expect(reading.toSorted()).toEqual(['management', flagDefinition('verbal-abuse').owner].toSorted());
  });

  it.each<FlagState>(['active', 'review-due', 'suspended'])('%s: for all who manage the risk', state => {
    expect(may('resident-services', state)).toBe(true);
    expect(may('repairs', state)).toBe(false);
  });
});

describe('what an event of a flag shows', () => {
  it('is of the basis, about the person, and to the others the instruction and that there is a reason', () => {
    const { data, ...event } = assertion('verbal-abuse', 'personal');
    const reviewed = { ...event, data: { ...data, reviewDue: '2026-01-01', tenancyReference: 'T-1' } };
    expect(eventDataView(reviewed as SystemEvent, viewer('repairs'))).toEqual({
      data: {
        ...{ code: 'verbal-abuse', reviewDue: '2026-01-01', tenancyReference: 'T-1' },
        basis: { withheld: true, classification: 'personal' },
      },
      details: [],
    });
    const full = eventDataView(reviewed as SystemEvent, viewer('resident-services'));
    expect(full?.data).toMatchObject({ basis: 'THE BASIS', localCode: 'LOCAL-1' });
    expect(full?.details).toEqual(['flag-basis']);
  });

  it('is something of the person even without a text, of a tenancy too, and of a building only in a text', () => {
    const detailsOf = (code: Parameters<typeof assertion>[0], classification?: Classification) => {
      const { data, ...event } = assertion(code, classification ?? 'operational');
      const { basis: _basis, ...without } = data as { basis?: object };
      const shown = classification === undefined ? without : data;
      return eventDataView({ ...event, data: shown } as SystemEvent, viewer('management'))?.details;
    };
    expect(detailsOf('verbal-abuse')).toEqual(['flag-basis']);
    expect(detailsOf('termination-requested')).toEqual(['flag-basis']);
    expect(detailsOf('asbestos')).toEqual([]);
    expect(detailsOf('asbestos', 'operational')).toEqual([]);
    expect(detailsOf('asbestos', 'personal')).toEqual(['flag-basis']);
  });

  it('is alleged where an officer of a team that may not raise it said so, although it needs no second person', () => {
    const raisedBy = (team: Team) => ({ officer: 'o', role: 'surveyor', team });
    const basisRead = (said: object) => {
      const { data, ...event } = assertion('disrepair-claim', 'personal');
      const alleged = { ...event, data: { ...data, approvedBy: undefined, ...said } } as SystemEvent;
      return JSON.stringify(eventDataView(alleged, viewer('complaints')) ?? '').includes('THE BASIS');
    };
    expect(basisRead({})).toBe(true);
    expect(basisRead({ raisedBy: raisedBy('surveying') })).toBe(false);
    expect(basisRead({ raisedBy: raisedBy('disrepair') })).toBe(true);
    expect(basisRead({ raisedBy: raisedBy('surveying'), approvedBy: 'WHO-1' })).toBe(true);
  });
});

describe('a flag as a team is told of it', () => {
  const conflict = { deniedBy: ['repairs'], since: instant('2025-06-01T09:00:00Z') };
  const flag = flagOf('verbal-abuse', { conflict, personTold: 'informed' });
  const told = (by: Pick<Viewer, 'teams' | 'glassIsBroken'>) => flagFor(by, flag);

  it('has what is between officers for its owner and management, or under break-glass access', () => {
    const { owner } = flagDefinition('verbal-abuse');
    for (const team of [owner, 'management'] as const) expect(told({ teams: [team] })).toEqual(flag);
    expect(told({ teams: ['repairs', 'management'] })).toEqual(flag);
    expect(told({ teams: ['repairs'], glassIsBroken: true })).toEqual(flag);
  });

  it('says whether the person knows to all who see why, and to nobody else', () => {
    const { conflict: _conflict, ...forThoseWhoKnow } = flag;
    const { personTold: _told, ...forAll } = forThoseWhoKnow;
    const why = teamSchema.options.filter(team => flagVisibility('verbal-abuse', team) === 'full');
    const notInCharge = why.filter(team => told({ teams: [team] })?.conflict === undefined);
    expect(notInCharge).not.toEqual([]);
    for (const team of notInCharge) expect(told({ teams: [team] })).toEqual(forThoseWhoKnow);
    expect(told({ teams: ['repairs'] })).toEqual(forAll);
    expect(flagFor({ teams: ['repairs'] }, flagOf('verbal-abuse'))).not.toHaveProperty('personTold');
    const [one = 'management'] = notInCharge;
    expect(flagFor({ teams: [one] }, flagOf('verbal-abuse'))).not.toHaveProperty('personTold');
  });

  it('is for somebody of several teams what it is for any one of them', () => {
    const both: Viewer = { ...viewer('repairs'), teams: ['repairs', 'management'] };
    expect(maySeeNames(both)).toBe(true);
    expect(maySeeBasis(both, { code: 'verbal-abuse' })).toBe(true);
    expect(mayRead(both, { classification: 'special-category' }, 'tenancy')).toBe(true);
    expect(
      mayRead({ ...both, teams: ['repairs'] }, { classification: 'special-category' }, 'of-nobody'),
    ).toBe(false);
  });
});

it('an echo is shown as one, and what a system says of itself is not', () => {
  const heard = assertion('asbestos', 'operational');
  expect(seen(heard, viewer('management'))?.answer.echo).toBeUndefined();
  const echoof = flagOf('asbestos').id;
  expect(seen({ ...heard, echoof }, viewer('management'))?.answer.echo).toBe(true);
});

describe('sealed text', () => {
  it('is replaced by the fact that there is one', () => {
    expect(seen(noAccess, viewer('leaks'))).toMatchObject({
      answer: { data: { inPerson: true, note: { withheld: true, classification: 'personal' } } },
      disclosed: [],
    });
    expect(seen(noAccess, viewer('repairs'))).toMatchObject({
      answer: { data: { note: 'Somebody was in and did not answer' } },
      disclosed: [{ about: `property/${flat7}`, detail: 'personal-text' }],
    });
  });

  it('is found however deep it lies', () => {
    const sealed = fc
      .constantFrom(...classificationSchema.options)
      .map(classification => ({ text: `SECRET ${classification}`, classification }));
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        sealed,
        fc.constantFrom('Kitchen', 'Plumber', ''),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 }),
      ),
    }));
    const property = fc.property(tree, sealed, (one, other) => {
      const event = { ...noAccess, data: { subjects: noAccess.data.subjects, one, deep: [{ other }] } };
      const text = JSON.stringify(eventDataView(event as unknown as SystemEvent, viewer('leaks')));
      expect(text).not.toMatch(/SECRET (personal|special)/);
      expect(text.includes('SECRET operational')).toBe(JSON.stringify([one, other]).includes('operational'));
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('that is shown is said to be disclosed about the home and every person of the event', () => {
    const contact = eventOf({
      ...{ type: 'housing.tenancy.contact-recorded.v1', system: 'tenancy', at: '2025-06-12T14:10:00Z' },
      ...{ home: flat7, persons: [mrsA] },
      data: { channel: 'call', note: { text: 'Rang about the key', classification: 'personal' } },
    });
    expect(seen(contact, viewer('management'))?.disclosed).toEqual([
      { about: `property/${flat7}`, detail: 'personal-text' },
      { about: `person/${mrsA}`, detail: 'personal-text' },
    ]);
  });
});

describe('a late event', () => {
  it('stands where it happened and says by how many days it is late', () => {
    expect(seen(noAccess, viewer('repairs'))?.answer).toMatchObject({
      happenedAt: '2025-06-12T13:10:00.000Z',
      lateByDays: 4,
    });
  });
});

it('every role acts for one team', () => {
  for (const role of roleSchema.options) expect(teamOf(role)).toEqual(expect.any(String));
});
