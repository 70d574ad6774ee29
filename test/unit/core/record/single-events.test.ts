import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../../../functions/core/record/effects.ts';
import type { SystemEvent, SystemEventType } from '../../../../schemas/catalogue.ts';
import type { Touched } from '../../../../schemas/event-definition.ts';
import { personSubject, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, type Happening, larchHouse, mrB, mrsA } from '../../../support/events.ts';
import { hale, lindqvist, sayingsOf } from '../../../support/flag-sayings.ts';

const at = '2025-06-01T09:00:00Z';
const time = '2025-06-01T09:00:00.000Z';
const sealed = { text: 'because', classification: 'personal' };
const photo = {
  ...{ uri: 'https://files.example/after.jpg', mediaType: 'image/jpeg' },
  ...{ sha256: 'a'.repeat(64), bytes: 1024 },
};
const asHome: Touched = { subject: propertySubject(flat4), role: 'home' };
const asPerson: Touched = { subject: personSubject(mrB), role: 'person' };

function said(type: string, data: object, more: object = {}): SystemEvent {
  const happening = { type: `housing.${type}.v1`, at, system: 'repairs', home: flat4, data, ...more };
  return eventOf(happening as unknown as Happening<SystemEventType>);
}
const doneTo = (touched: Touched, ...event: Parameters<typeof said>) => effectsOf(said(...event), touched);
const atHome = (...event: Parameters<typeof said>) => doneTo(asHome, ...event);

const workOrderReference = 'R-1';
const job = (stage: string, order: number, facts: object, more: object = {}) => ({
  kind: 'work-order',
  reference: 'R-1',
  stage: [stage, order],
  facts,
  ...more,
});

describe('a job', () => {
  it('is raised with all that is known of it, and of nothing else', () => {
    const known = {
      ...{ priority: 'high', trade: 'Plumbing', contractor: 'Fixit', awaabsLaw: true },
      ...{ requiredBy: time, reportedAt: time },
    };
    expect(atHome('repair.raised', { workOrderReference, ...known })).toStrictEqual({
      case: job('raised', 0, known, { open: true }),
      total: 'repairs',
    });
    expect(atHome('repair.raised', { workOrderReference, priority: 'low' }).case?.facts).toStrictEqual({
      priority: 'low',
    });
  });

  it('that is moved to another day has that day, and who asked', () => {
    expect(atHome('repair.rebooked', { workOrderReference, askedBy: 'resident', from: time })).toStrictEqual({
      case: job('appointed', 1, { appointment: time, rebookedBy: 'resident' }),
    });
  });

  it('that somebody attended shows what became of it only where they say who it was', () => {
    const attended = { workOrderReference, outcome: 'worked-on' };
    const access = { outcome: 'gained', inPerson: true };
    expect(atHome('repair.attended', attended)).toStrictEqual({
      ...{ case: job('attended', 3, { outcome: 'worked-on' }), access, total: 'visits' },
    });
    expect(atHome('repair.attended', { ...attended, attendedBy: 'J. Hale' }).case?.proof).toBe('given');
  });

  it.each([
    ['nothing shows it', { evidence: [] }, 'owed'],
    ['the resident does not say so', { evidence: [], residentConfirmed: false }, 'owed'],
    ['the resident says so', { evidence: [], residentConfirmed: true }, 'given'],
    ['it is said who did it', { evidence: [], operative: 'J. Hale' }, 'given'],
    ['there is a picture', { evidence: [photo] }, 'given'],
  ])('that is completed where %s', (_where, data, proof) => {
    expect(atHome('repair.completed', { workOrderReference, ...data })).toStrictEqual({
      case: job('completed', 6, { evidence: data.evidence.length }, { open: false, proof }),
      access: { outcome: 'gained', inPerson: true },
    });
  });

  it('that is cancelled has nothing to show, one that is only closed may have', () => {
    expect(atHome('repair.cancelled', { workOrderReference })).toStrictEqual({
      case: job('cancelled', 7, {}, { open: false, proof: 'given' }),
    });
    expect(atHome('repair.closed', { workOrderReference })).toStrictEqual({
      case: job('closed', 5, {}, { open: false }),
    });
  });

  it('is shown by a picture that is added to its notes, not by words', () => {
    const note = { workOrderReference, about: 'After' };
    expect(atHome('repair.note-added', note)).toStrictEqual({});
    expect(atHome('repair.note-added', { ...note, evidence: [] })).toStrictEqual({});
    const evidence = [photo];
    expect(atHome('repair.note-added', { ...note, evidence })).toStrictEqual({
      case: { kind: 'work-order', reference: 'R-1', proof: 'given' },
    });
  });
});

describe('a visit', () => {
  const visit = { purpose: 'inspection', evidence: [] };
  const got = { access: { outcome: 'gained', inPerson: true }, total: 'visits' };

  it('shows what became of a job where it was for one and something was found', () => {
    expect(atHome('visit.carried-out', visit)).toStrictEqual(got);
    expect(atHome('visit.carried-out', { ...visit, workOrderReference })).toStrictEqual(got);
    expect(atHome('visit.carried-out', { ...visit, finding: sealed })).toStrictEqual({
      ...got,
      finding: true,
    });
    const shown = { ...got, case: { kind: 'work-order', reference: 'R-1', proof: 'given' } };
    const looked = { ...visit, workOrderReference, finding: sealed };
    expect(atHome('visit.carried-out', looked)).toStrictEqual({ ...shown, finding: true });
    const evidence = [photo];
    expect(atHome('visit.carried-out', { ...visit, workOrderReference, evidence })).toStrictEqual(shown);
  });

  it('that failed is of the job and the leak that it was for, where that is said', () => {
    const attempt = { method: 'visit', outcome: 'refused' };
    const missed = { outcome: 'missed', inPerson: true };
    expect(atHome('visit.access-attempted', attempt)).toStrictEqual({ access: missed, total: 'noAccess' });
    const ofLeak = atHome('visit.access-attempted', { ...attempt, leakReference: 'L-1' });
    expect(ofLeak.access).toStrictEqual({ ...missed, for: [{ kind: 'leak', reference: 'L-1' }] });
  });
});

describe('a leak', () => {
  const leakReference = 'L-1';
  const leak = (stage: string, order: number, facts: object, more: object = {}) => ({
    case: { kind: 'leak', reference: 'L-1', stage: [stage, order], facts, ...more },
  });

  it('is of the part that a subject has in it, with its room and its other homes', () => {
    const asSource: Touched = { subject: propertySubject(flat7), role: 'source' };
    const more = { system: 'leaks', source: flat7, block: larchHouse };
    const other = { [`home property/${flat4}`]: 'home' };
    expect(doneTo(asSource, 'leak.reported', { leakReference, room: 'Hall' }, more)).toStrictEqual({
      ...leak('reported', 0, { part: 'source', room: 'Hall', ...other }, { open: true }),
      leak: { leakReference, part: 'source' },
      total: 'leaks',
    });
  });

  it('is over with its cause, where one is said', () => {
    expect(atHome('leak.resolved', { leakReference })).toStrictEqual(
      leak('resolved', 4, { part: 'home' }, { open: false }),
    );
    expect(atHome('leak.resolved', { leakReference, cause: 'Seal' }).case?.facts).toStrictEqual({
      part: 'home',
      cause: 'Seal',
    });
  });

  const noted = (step: string, more: object = {}) => atHome('leak.noted', { step, ...more }).occurrence;
  const occurrence = { kind: 'leak', of: propertySubject(flat4) };

  it.each([
    ['reported', 'opens', 0],
    ['contained', 'advances', 1],
    ['traced', 'advances', 2],
    ['dried', 'advances', 3],
    ['resolved', 'ends', 4],
  ])('without a reference: %s %s it', (step, does, order) => {
    expect(noted(step)).toStrictEqual({ ...occurrence, does, stage: [step, order], facts: { part: 'home' } });
  });

  it('without a reference keeps what is said, and electrics as no stage of the water', () => {
    expect(
      noted('traced', { room: 'Hall', cause: 'Seal', leakReference: 'leak-2025-06-01-abcdef' }),
    ).toStrictEqual({
      ...{ ...occurrence, does: 'advances', stage: ['traced', 2], names: 'leak-2025-06-01-abcdef' },
      facts: { part: 'home', room: 'Hall', cause: 'Seal' },
    });
    for (const [step, electrics] of [
      ['electrics-isolated', 'isolated'],
      ['electrics-reinstated', 'reinstated'],
    ] as const)
      expect(noted(step)).toStrictEqual({
        ...{ ...occurrence, does: 'advances', stage: [step, 0], facts: { part: 'home', electrics } },
      });
  });

  it('without a reference is counted once, when it is reported; the block has nothing to do with electrics', () => {
    const asBlock: Touched = { subject: propertySubject(larchHouse), role: 'block' };
    const more = { system: 'leaks', block: larchHouse };
    expect(atHome('leak.noted', { step: 'reported' })).toHaveProperty('total', 'leaks');
    expect(atHome('leak.noted', { step: 'contained' })).not.toHaveProperty('total');
    expect(doneTo(asBlock, 'leak.noted', { step: 'electrics-isolated' }, more)).toStrictEqual({});
    expect(doneTo(asBlock, 'leak.noted', { step: 'contained' }, more).occurrence).toMatchObject({
      of: propertySubject(flat4),
      facts: { part: 'block' },
    });
  });
});

describe('a hazard', () => {
  it('that could not be closed for want of access is not closed', () => {
    const closed = { hazard: 'fire', outcome: 'no-access' };
    expect(atHome('hazard.closed', closed)).toStrictEqual({});
    expect(atHome('hazard.closed', { ...closed, outcome: 'remedied' }).occurrence?.does).toBe('ends');
  });

  it('keeps how severe somebody said that it is, and its name, where they are said', () => {
    const hazard = { kind: 'hazard', of: 'fire', does: 'opens', stage: ['suspected', 0] };
    expect(atHome('hazard.suspected', { hazard: 'fire' })).toStrictEqual({ occurrence: hazard });
    const more = { hazard: 'fire', severity: 'emergency', hazardReference: 'H-1' };
    expect(atHome('hazard.suspected', more)).toStrictEqual({
      occurrence: { ...hazard, names: 'H-1', facts: { severity: 'emergency' } },
    });
  });
});

describe('planned works, enforcement and notices', () => {
  it('are cases of the home', () => {
    const works = { kind: 'works', reference: 'R-1' };
    expect(
      atHome('works.planned', { workOrderReference, works: 'Roof', from: time }, { system: 'works' }),
    ).toStrictEqual({ case: { ...works, open: true, facts: { works: 'Roof', from: time } } });
    expect(atHome('works.completed', { workOrderReference }, { system: 'works' })).toStrictEqual({
      case: { ...works, open: false },
    });
    const matter = { tenancyReference: 'T-1', enforcementReference: 'E-1' };
    const enforcement = { kind: 'enforcement', reference: 'E-1' };
    expect(atHome('tenancy.enforcement-opened', { ...matter, ground: 'Noise' })).toStrictEqual({
      case: { ...enforcement, open: true, facts: { ground: 'Noise' } },
    });
    expect(atHome('tenancy.enforcement-closed', { ...matter, outcome: 'Ended' })).toStrictEqual({
      case: { ...enforcement, open: false, facts: { outcome: 'Ended' } },
    });
    expect(
      atHome('tenancy.access-notice-served', { tenancyReference: 'T-1', notice: 'By hand' }),
    ).toStrictEqual({ case: { kind: 'tenancy', reference: 'T-1', facts: { accessNotice: 'By hand' } } });
  });
});

describe('somebody who joins a household', () => {
  const change = { tenancyReference: 'T-1', change: 'joined', member: { person: mrB, responsible: true } };
  const more = { system: 'tenancy', persons: [mrB] };
  const part = { [`member ${mrB}`]: { present: true, responsible: true } };
  const tenancy = { kind: 'tenancy', reference: 'T-1' };

  it('hears of the tenancy then, with its home and its dates', () => {
    const dates = { startsAt: time, endsAt: '2026-06-01T09:00:00.000Z' };
    expect(doneTo(asPerson, 'tenancy.household-changed', { ...change, ...dates }, more)).toStrictEqual({
      case: { ...tenancy, open: true, facts: { ...part, home: propertySubject(flat4), ...dates } },
    });
  });

  it('is one more at the home, of which the tenancy was known', () => {
    expect(doneTo(asHome, 'tenancy.household-changed', change, more)).toStrictEqual({
      case: { ...tenancy, facts: part },
    });
  });

  it('and who leaves is there no more, and has no tenancy to hear of', () => {
    expect(doneTo(asPerson, 'tenancy.household-changed', { ...change, change: 'left' }, more)).toStrictEqual({
      case: {
        ...tenancy,
        facts: { [`member ${mrB}`]: { present: false, responsible: true }, home: propertySubject(flat4) },
      },
    });
  });
});

describe('what is decided of people and of flags', () => {
  const identity = { decidedBy: hale, reason: sealed, person: mrB, other: mrsA };
  const officers = { system: 'officers', home: undefined, persons: [mrB, mrsA] };

  it.each([
    ['merged', true],
    ['separated', false],
  ])('each of two keeps the other: they were %s', (word, holds) => {
    expect(doneTo(asPerson, `person.${word}`, identity, officers)).toStrictEqual({
      same: { person: mrsA, holds },
    });
    const other: Touched = { subject: personSubject(mrsA), role: 'person' };
    expect(doneTo(other, `person.${word}`, identity, officers)).toStrictEqual({
      same: { person: mrB, holds },
    });
  });

  const says = sayingsOf('do-not-visit-alone');
  it.each([
    [says.approves(hale, at), { kind: 'approved' }],
    [says.refuses(hale, at), { kind: 'refused' }],
    [says.refuses(hale, at, 'clearance'), { kind: 'clearance-refused' }],
    [says.reviews(hale, at, '2025-09-01'), { kind: 'reviewed', until: '2025-09-01' }],
    [says.requestsClearance(hale, at), { kind: 'clearance-requested' }],
    [says.clears(hale, at), { kind: 'cleared' }],
    [says.clears(lindqvist, at, '2025-06-02'), { kind: 'cleared', until: '2025-06-02' }],
    [says.tells(hale, at, true), { kind: 'told', informed: true }],
    [says.tells(hale, at, false), { kind: 'told', informed: false }],
  ])('a flag’s decision keeps who took it, and what counts of it: %#', (event, decided) => {
    const by = 'until' in decided && decided.kind === 'cleared' ? lindqvist : hale;
    expect(effectsOf(event, asPerson)).toStrictEqual({
      flag: { code: 'do-not-visit-alone', decided: { ...decided, by } },
    });
  });
});
