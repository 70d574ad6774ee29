import { describe, expect, it } from 'vitest';
import { flagChanges } from '../../../../functions/core/flags/history.ts';
import { foldEvents, type SubjectBefore } from '../../../../functions/core/record/fold.ts';
import { rowKeysOf } from '../../../../functions/core/record/rows.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import {
  type LocalReference,
  personSubject,
  propertySubject,
  type Subject,
} from '../../../../schemas/reference.ts';
import { alderCourt2, eventOf, flat4, flat7, instant, mrB } from '../../../support/events.ts';
import { sayingsOf } from '../../../support/flag-sayings.ts';

const at = instant('2026-06-01T09:00:00Z');

/** The history rows of each of several commits to one subject. */
function historyOf(subject: Subject, ...commits: readonly (readonly SystemEvent[])[]) {
  let stored: SubjectBefore = { subject, version: 0, record: undefined, flags: {}, rows: {} };
  return commits.map(events => {
    const keys = rowKeysOf(subject, events);
    const rows = Object.fromEntries(Object.entries(stored.rows).filter(([key]) => keys.includes(key)));
    const after = foldEvents({ ...stored, rows }, events, at);
    const changes = flagChanges(stored, after, events, at);
    stored = { subject, ...after, rows: { ...stored.rows, ...after.changedRows } };
    return changes;
  });
}

const flag = sayingsOf('do-not-visit-alone');
const asserted = flag.asserts('tenancy', '2026-01-06T10:00:00Z');
const leak = (reference: string, day: string) =>
  eventOf({
    type: 'housing.leak.reported.v1',
    at: `${day}T10:00:00Z`,
    home: flat4,
    source: flat7,
    data: { leakReference: reference as LocalReference },
  });

describe('the history of a flag', () => {
  it('has an entry with the events that said so, and the flag before and after', () => {
    const withdrawn = flag.withdraws('tenancy', '2026-01-07T10:00:00Z');
    const [raised, cleared] = historyOf(personSubject(mrB), [asserted], [withdrawn]);
    expect(raised).toMatchObject([
      {
        flag: { code: 'do-not-visit-alone' },
        version: 1,
        at,
        before: undefined,
        after: { state: 'active', version: 1 },
        reason: undefined,
        events: [asserted.id],
      },
    ]);
    expect(cleared).toMatchObject([
      {
        version: 2,
        before: { state: 'active', version: 1 },
        after: undefined,
        reason: 'withdrawn',
        events: [withdrawn.id],
      },
    ]);
  });

  it('has an entry for what was said and came to nothing', () => {
    const withdrawn = flag.withdraws('tenancy', '2026-01-07T10:00:00Z');
    const [changes] = historyOf(personSubject(mrB), [withdrawn]);
    expect(changes).toMatchObject([{ before: undefined, after: undefined, events: [withdrawn.id] }]);
  });

  it('has no entry for a flag that nobody spoke of and nothing changed', () => {
    const other = sayingsOf('no-female-staff-alone').asserts('tenancy', '2026-01-08T10:00:00Z');
    const [, changes] = historyOf(personSubject(mrB), [asserted], [other]);
    expect(changes?.map(change => change.flag.code)).toEqual(['no-female-staff-alone']);
    expect(changes).toMatchObject([{ events: [other.id] }]);
  });

  it('has the reason of that flag alone, whatever else the commit cleared', () => {
    const withdrawn = flag.withdraws('tenancy', '2026-01-07T10:00:00Z');
    const other = sayingsOf('no-female-staff-alone').asserts('tenancy', '2026-01-08T10:00:00Z');
    const [, changes] = historyOf(personSubject(mrB), [asserted], [withdrawn, other]);
    expect(changes?.map(change => [change.flag.code, change.reason])).toEqual([
      ['do-not-visit-alone', 'withdrawn'],
      ['no-female-staff-alone', undefined],
    ]);
  });

  it('names the flag of a tenancy with that tenancy, and others without one', () => {
    const tenancyReference = 'T-7' as LocalReference;
    const common = { system: 'tenancy', at: '2026-01-01T10:00:00Z', home: flat4 };
    const started = eventOf({
      ...common,
      type: 'housing.tenancy.started.v1',
      data: { tenancyReference, tenure: 'Secure', household: [] },
    });
    const leaving = eventOf({
      ...common,
      type: 'housing.flag.asserted.v1',
      data: { code: 'termination-requested', localCode: 'TERM', tenancyReference },
    });
    const [changes] = historyOf(propertySubject(flat4), [started, leaving]);
    expect(changes?.map(change => change.flag)).toEqual([
      { code: 'termination-requested', tenancyReference },
    ]);
    const [plain] = historyOf(personSubject(mrB), [asserted]);
    expect(plain?.[0]?.flag).not.toHaveProperty('tenancyReference');
  });

  it('gives the evidence of a rule as what led to its flag', () => {
    const [first, second] = [leak('L-1', '2026-01-06'), leak('L-2', '2026-01-07')];
    const visited = eventOf({
      type: 'housing.visit.carried-out.v1',
      at: '2026-01-08T10:00:00Z',
      home: flat7,
      data: { purpose: 'leak-trace', evidence: [] },
    });
    const [changes] = historyOf(propertySubject(flat7), [first, second, visited]);
    expect(changes?.map(change => [change.flag.code, change.events])).toEqual([
      ['active-leak', [first.id, second.id]],
      ['recurrent-leak', [first.id, second.id]],
    ]);
  });

  it('gives what was folded last where neither speaks of the flag, such as a move', () => {
    const tenancy = (reference: string, home: typeof flat4, at: string) =>
      eventOf({
        type: 'housing.tenancy.started.v1',
        system: 'tenancy',
        at,
        home,
        persons: [mrB],
        data: {
          tenancyReference: reference as LocalReference,
          tenure: 'Secure',
          household: [{ person: mrB, responsible: true }],
        },
      });
    const moves = [
      tenancy('T-1', flat4, '2026-01-01T10:00:00Z'),
      tenancy('T-2', alderCourt2, '2026-01-02T10:00:00Z'),
      tenancy('T-3', flat7, '2026-01-03T10:00:00Z'),
    ];
    const [, changes] = historyOf(personSubject(mrB), [asserted], moves);
    expect(changes).toMatchObject([
      { before: { places: [] }, after: { version: 2 }, events: [moves[2]?.id] },
    ]);
  });

  it('gives no events where time alone led to it', () => {
    const before = { flags: { 'do-not-visit-alone': raisedFlag() } };
    expect(flagChanges(before, { version: 2, flags: {}, announcements: [] }, [], at)).toMatchObject([
      { flag: { code: 'do-not-visit-alone' }, events: [], reason: undefined },
    ]);
  });
});

function raisedFlag() {
  const [changes] = historyOf(personSubject(mrB), [asserted]);
  const after = changes?.[0]?.after;
  if (after === undefined) throw new Error('nothing was raised');
  return after;
}
