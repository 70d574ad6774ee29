import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../functions/core/identity/place.ts';
import { maySeeFlag, type Viewer } from '../../../../functions/core/views/need-to-know.ts';
import { type PropertySources, propertyView } from '../../../../functions/core/views/property.ts';
import { timelineEntryView } from '../../../../functions/core/views/timeline.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type LocalReference, personSubject, propertySubject } from '../../../../schemas/reference.ts';
import { speaksOfSafeguarding } from '../../../../schemas/safeguarding-words.ts';
import { type Team, teamSchema } from '../../../../schemas/teams.ts';
import { eventOf, flat7, instant, mrsA } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const at = '2025-06-02T09:00:00Z';
const now = instant('2025-06-03T09:00:00Z');
const systems: Record<string, Team> = { tenancy: 'resident-services', complaints: 'complaints' };
const viewer = (team: Team): Viewer => ({ teams: [team], teamOfSystem: system => systems[system] });
const place: Place = { uprn: flat7, status: 'approved', address: 'Flat 7', postcode: '', references: {} };
const tenancyReference = 'T-7' as LocalReference;
const ofTenancy = { system: 'tenancy', at, home: flat7 };

const ordinary = [
  eventOf({
    ...{ ...ofTenancy, type: 'housing.tenancy.started.v1', persons: [mrsA] },
    data: { tenancyReference, tenure: 'Secure', household: [{ person: mrsA, responsible: true }] },
  }),
];
/** All ways in which the hub is told that somebody fled from violence. */
const protective = [
  eventOf({
    ...{ type: 'housing.flag.asserted.v1', system: 'tenancy', at, persons: [mrsA] },
    data: {
      code: 'safeguarding',
      localCode: 'DV',
      basis: { text: 'Fled', classification: 'special-category' },
    },
  }),
  eventOf({
    ...{ ...ofTenancy, type: 'housing.tenancy.contact-recorded.v1', persons: [mrsA] },
    data: {
      ...{ channel: 'call', about: 'Support: Domestic Abuse' },
      note: { text: 'Rang from her sister’s', classification: 'personal' },
    },
  }),
  eventOf({
    ...{ ...ofTenancy, type: 'housing.tenancy.enforcement-opened.v1' },
    data: { tenancyReference, enforcementReference: 'E-1' as LocalReference, ground: 'Safeguarding (MARAC)' },
  }),
  eventOf({
    ...{ type: 'housing.complaint.received.v1', system: 'complaints', at, home: flat7 },
    data: { complaintReference: 'C-1' as LocalReference, about: 'Locks not changed after domestic violence' },
  }),
];

function seenBy(team: Team, events: readonly SystemEvent[]) {
  const hub = memoryHub();
  hub.hear(events, now);
  const person = hub.stored(personSubject(mrsA));
  const sources: PropertySources = {
    at: now,
    ...{ place, property: hub.stored(propertySubject(flat7)), block: undefined, predecessors: [] },
    ...{ findings: [], otherHomes: new Map() },
    household: person === undefined ? {} : { [mrsA]: person },
  };
  const { signals: _signals, feeds: _feeds, ...home } = propertyView(sources, viewer(team)).answer;
  const entries = events
    .filter(({ data }) => data.subjects.some(({ role }) => role === 'home'))
    .flatMap(event => timelineEntryView({ event, role: 'home' }, viewer(team))?.answer ?? []);
  return { home, entries };
}

const unaware = teamSchema.options.filter(team => !maySeeFlag(viewer(team), 'safeguarding'));

describe('a home to which somebody fled', () => {
  it('is known as such by few', () => {
    expect(unaware.length).toBeGreaterThan(5);
  });

  it.each(unaware.filter(team => team !== 'complaints'))('looks to %s like any other home', team => {
    expect(seenBy(team, [...ordinary, ...protective])).toEqual(seenBy(team, ordinary));
  });

  it('shows to the team that was told only what it was told itself', () => {
    const { home, entries } = seenBy('complaints', [...ordinary, ...protective]);
    expect(home.flags).toEqual([]);
    expect(home.openCases.map(({ reference }) => reference)).toEqual(['C-1']);
    expect(entries.map(({ system }) => system)).toEqual(['tenancy', 'complaints']);
  });

  it('shows to those who answer the telephone that there is something, not what', () => {
    const { home, entries } = seenBy('contact-centre', [...ordinary, ...protective]);
    expect(home.flags.map(({ code }) => code)).toEqual(['safeguarding']);
    expect(JSON.stringify([home, entries])).not.toMatch(/domestic|marac|sister/i);
    expect(entries).toHaveLength(4);
  });

  it('is shown in full to those who protect', () => {
    const { home, entries } = seenBy('resident-services', [...ordinary, ...protective]);
    expect(home.openCases).toHaveLength(2);
    expect(JSON.stringify(entries)).toContain('Support: Domestic Abuse');
  });
});

it.each([
  ['Domestic abuse', true],
  ['DomesticViolence', true],
  ['ASB: domestic-violence', true],
  ['DV referral', true],
  ['Safeguarding', true],
  ['Honour-based abuse', true],
  ["Women's refuge", true],
  ['Domestic appliances', false],
  ['Refuse chute', false],
  ['DVLA letter', false],
  ['DV passing, replace', false],
  ['Safeguard the isolator', false],
  ['Verbal abuse of staff', false],
])('%s is about safeguarding: %s', (phrase, is) => {
  expect(speaksOfSafeguarding(phrase)).toBe(is);
});
