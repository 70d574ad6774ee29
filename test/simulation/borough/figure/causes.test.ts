import { describe, expect, it } from 'vitest';
import { explained } from '../accounting/causes.ts';
import type { Wrong } from '../accounting/wrongness.ts';
import type { Danger } from '../truth/danger.ts';
import type { Thing, Told } from '../world/thing.ts';
import { day, hour, minute } from '../world/time.ts';
import { causesOf } from './causes.ts';
import type { Evidence } from './evidence.ts';

const begins = Date.parse('2024-01-08T00:00:00Z');
const at = (days: number) => begins + days * day;
const home = { uprn: '4' } as Evidence['borough']['tenancies'][number]['home'];
const tenancy: Thing = { id: 'T-1', kind: 'tenancy', homes: ['4'], household: ['ann'] };
const tenancies = [{ home, household: ['ann'], from: at(-900), to: at(300), thing: tenancy }];
const danger: Danger = { code: 'electrics-isolated', home: '4', from: at(0), to: at(400), lastSaid: at(0) };
const wrong = (changes: Partial<Wrong>): Wrong => ({
  ...{ kind: 'missing', system: 'repairs', home: '4', code: 'electrics-isolated' },
  ...{ from: at(10), to: at(400) },
  ...changes,
});
const told = (thing: Thing, says: Told['says'], days: number): Told => ({
  ...{ thing, says, happened: at(days), heard: at(days) },
});

/** The causes of one wrong stretch, each with the days of the year from which it is the cause. */
function causes(
  one: Wrong,
  borough: Partial<Evidence['borough']> = {},
  driven: Partial<Evidence['driven']> = {},
) {
  const evidence = {
    borough: { troubles: [], outages: [], told: [], tenancies, ...borough },
    dangers: [danger],
    driven: { shown: [{ ...wrong({}), words: '' }], refusals: [], ...driven },
  } as unknown as Evidence;
  return explained([one], causesOf(evidence)).map(({ cause, from }) => [
    cause,
    Math.round((from - begins) / day),
  ]);
}

describe('why a system showed what was not so', () => {
  it('is the hub’s own delay where it was short, and not known where nothing explains it', () => {
    expect(causes(wrong({ to: at(10) + 15 * minute }))).toEqual([
      ['the hub’s own delay, at most 15 minutes', 10],
    ]);
    expect(causes(wrong({ to: at(10) + 16 * minute }))).toEqual([['not explained', 10]]);
  });

  it('is that a state lapsed by its date, from that day on', () => {
    expect(causes(wrong({ from: at(90) }))).toEqual([['it lapsed by its date while it was so', 90]]);
    expect(causes(wrong({ from: at(80) }))).toEqual([
      ['it lapsed by its date while it was so', 90],
      ['not explained', 80],
    ]);
  });

  it('is that the receiver was out, for what began or would have ended while it was', () => {
    const outages = [{ system: 'repairs', from: at(9), to: at(11) }];
    expect(causes(wrong({ to: at(11) + hour / 2 }), { outages })).toEqual([['the receiver was out', 10]]);
    expect(causes(wrong({ to: at(11) + hour / 2, system: 'leaks' }), { outages })).toEqual([
      ['not explained', 10],
    ]);
    expect(causes(wrong({ from: at(8), to: at(12) }), { outages })).toEqual([['not explained', 8]]);
    expect(causes(wrong({ from: at(8), to: at(11) }), { outages })).toEqual([
      ['the receiver was out', 9],
      ['not explained', 8],
    ]);
  });

  it('is the trouble that the borough knows of, at the home or wherever its person lives', () => {
    const troubles = [{ cause: 'echo', person: 'ann', codes: ['electrics-isolated' as const], from: at(20) }];
    expect(causes(wrong({ to: at(30) }), { troubles })).toEqual([
      ['echo', 20],
      ['not explained', 10],
    ]);
    expect(causes(wrong({ to: at(30), code: 'asbestos' }), { troubles })[0]).not.toContain('echo');
  });

  it('is that the end of a tenancy was refused', () => {
    const act = { kind: 'message' as const, at: at(5), system: 'tenancy', body: '', about: ['T-1'] };
    const refusals = [{ act, status: 422, body: '' }];
    const one = wrong({ kind: 'extra', code: 'do-not-visit-alone', to: at(40) });
    expect(causes(one, { told: [told(tenancy, 'stands', 0)] }, { refusals })).toEqual([
      ['the end of a tenancy that was still to come was refused', 10],
    ]);
  });

  it('is that nobody ever shows the code', () => {
    expect(causes(wrong({ code: 'significant-hazard', to: at(40) }))).toEqual([
      ['nobody may say this: no rule or system raises the code', 10],
    ]);
  });

  it('is the household before, where a home says that nobody gets in', () => {
    expect(causes(wrong({ kind: 'extra', code: 'access-missed' }))).toEqual([
      ['no access, of the household before', 300],
      ['not explained', 10],
    ]);
  });

  it('is that the home of somebody at risk is marked', () => {
    const one = wrong({ kind: 'extra', system: 'tenancy', code: 'safe-contact', to: at(40) });
    expect(causes(one)).toEqual([['the home of somebody at risk is marked in one system’s copy', 10]]);
  });
});
