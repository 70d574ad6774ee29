import { describe, expect, it } from 'vitest';
import { adapters } from '../../../../functions/adapters/registry.ts';
import { type Asserted, echoCandidates, isEcho } from '../../../../functions/core/delivery/echo.ts';
import { flagDefinition } from '../../../../schemas/flags.ts';
import type { Happening } from '../../../support/events.ts';
import { eventOf, flat4, instant, larchHouse, mrB } from '../../../support/events.ts';

type Said = Happening<'housing.flag.asserted.v1'>['data'];
const said = (data: Said, about: object = { persons: [mrB] }) =>
  eventOf({
    ...{ type: 'housing.flag.asserted.v1', system: 'repairs', at: '2026-01-05T10:00:00Z' },
    ...about,
    data,
  }) as Asserted;
const home = { home: flat4 };
const words = (system: string) => {
  const adapter = adapters.find(({ manifest }) => manifest.system === system);
  if (adapter?.wordFor === undefined) throw new Error(`${system} has no words`);
  return { wordFor: adapter.wordFor, otherWord: adapter.otherWord };
};
const hact = words('repairs');
const visitAlone: Said = { code: 'do-not-visit-alone', localCode: '10' };
const seeRecord: Said = { code: 'location-see-record', localCode: '1' };
const { instruction } = flagDefinition('do-not-visit-alone');
const basis = (text: string) => ({ basis: { text, classification: 'personal' as const } });

describe('what a statement may be the echo of', () => {
  it('is the flag that its system is told in that word, in every list of every system', () => {
    for (const { manifest, flagCodes, wordFor = (one: string) => one, otherWord } of adapters) {
      for (const { code, local } of flagCodes) {
        const ids = ['home', 'person'].flatMap(on => {
          const about = on === 'home' ? home : undefined;
          return echoCandidates(said({ code, localCode: local }, about), { wordFor, otherWord }, undefined);
        });
        const isTold = local === code || ['home', 'person'].some(on => wordFor(code, on as 'home') === local);
        const own = ids.filter(id => id.startsWith(`${code}~`));
        const hangsOnTenancy = flagDefinition(code).hangsOn === 'tenancy';
        expect([manifest.system, code, own.length]).toEqual([
          manifest.system,
          code,
          isTold && !hangsOnTenancy ? 1 : 0,
        ]);
      }
    }
  });

  it('is every flag that the system has no other word for, where it is told that there is something else', () => {
    const ids = echoCandidates(said(seeRecord, home), hact, larchHouse);
    expect(ids).toContain(`active-leak~property~${flat4}`);
    expect(ids).toContain(`location-see-record~property~${flat4}`);
    expect(ids).not.toContain(`asbestos~property~${flat4}`);
    expect(ids.some(id => id.includes('~person~'))).toBe(false);
    expect(ids).toContain(`lift-out-of-service~property~${larchHouse}`);
  });

  it('is nothing where the word is another than the one it is told', () => {
    expect(echoCandidates(said({ ...visitAlone, localCode: 'RISK2' }), hact, undefined)).toEqual([]);
  });

  it('is nothing where it has words or an incident of its own, and not so where the words are the hub’s', () => {
    const candidates = (more: object) => echoCandidates(said({ ...visitAlone, ...more }), hact, undefined);
    expect(candidates(basis('Came at me with a hammer.'))).toEqual([]);
    expect(candidates({ incidentAt: instant('2026-01-04T10:00:00Z') })).toEqual([]);
    expect(candidates({ approvedBy: 'head.rst@council.example' })).toEqual([]);
    const visitInPairs = ['do-not-visit-alone~person~tenancy.3amr-b'];
    expect(candidates(basis(`  ${instruction.toUpperCase().replace('.', '!')} `))).toEqual(visitInPairs);
    expect(candidates(basis(`CRITICAL, do not visit alone: ${instruction}`))).toEqual(visitInPairs);
  });

  it('is the flag that the word means, and another that is told by it only where the hub’s text says which', () => {
    expect(echoCandidates(said(visitAlone), hact, undefined)).toEqual([
      'do-not-visit-alone~person~tenancy.3amr-b',
    ]);
    const { severity, instruction: keepAway } = flagDefinition('verbal-abuse');
    const named = { ...visitAlone, ...basis(`${severity.toUpperCase()}, verbal abuse: ${keepAway}`) };
    expect(echoCandidates(said(named), hact, undefined)).toEqual(['verbal-abuse~person~tenancy.3amr-b']);
  });

  it('is the flag of the tenancy that it names', () => {
    const tenancyReference = 'T-1' as never;
    const data: Said = { code: 'termination-requested', localCode: 'TERM', tenancyReference };
    expect(echoCandidates(said(data, home), words('tenancy'), undefined)).toEqual([
      `termination-requested~property~${flat4}~T-1`,
    ]);
  });
});

describe('an echo', () => {
  const told = {
    ...{ heardFrom: ['tenancy'], since: instant('2026-01-03T09:00:00Z') },
    toldFrom: instant('2026-01-05T09:00:00Z'),
  };
  const ended = { ...told, toldFrom: undefined };
  const stretch = (endedFrom: string, endedAt: string) => ({
    ...ended,
    ...{ endedFrom: instant(endedFrom), endedAt: instant(endedAt) },
  });

  it('is what its system shows by the word of others', () => {
    expect(isEcho(said(visitAlone), told)).toBe(true);
    expect(isEcho(said(visitAlone), { ...told, heardFrom: ['urn:lintel:hub'] })).toBe(true);
    expect(isEcho(said(visitAlone), {})).toBe(false);
    expect(isEcho(said(visitAlone), ended)).toBe(false);
  });

  it('is not what the system said itself, whoever else says so', () => {
    expect(isEcho(said(visitAlone), { ...told, heardFrom: ['repairs', 'tenancy'] })).toBe(false);
  });

  it('is not what happened before the warning began; a date without a time may be any time of its day', () => {
    const later = { ...told, since: instant('2026-01-05T10:00:01Z') };
    expect(isEcho(said(visitAlone), later)).toBe(false);
    expect(isEcho(said(visitAlone), { ...told, since: instant('2026-01-05T10:00:00Z') })).toBe(true);
    const ofThatDay: Asserted = { ...said(visitAlone), timebasis: 'date-only' };
    expect(isEcho(ofThatDay, later)).toBe(true);
    expect(isEcho(ofThatDay, { ...told, since: instant('2026-01-06T00:00:01Z') })).toBe(false);
  });

  it('is what is dated while the system showed it, though it is over since', () => {
    expect(isEcho(said(visitAlone), stretch('2026-01-05T10:00:00Z', '2026-01-05T10:00:01Z'))).toBe(true);
    expect(isEcho(said(visitAlone), stretch('2026-01-05T10:00:01Z', '2026-01-06T10:00:00Z'))).toBe(false);
    expect(isEcho(said(visitAlone), stretch('2026-01-04T10:00:00Z', '2026-01-05T10:00:00Z'))).toBe(false);
  });
});
