import { describe, expect, it, test } from 'vitest';
import { adapter } from '../../../functions/adapters/leaks/adapter.ts';
import { rowOf, translated } from '../../support/leak-rows.ts';

describe('which home a row means', () => {
  test.each([4, '4', 'Flat 4', 'flat  4', ' FLAT 4', 'Flat no. 4', 'No. 4', 'Flt 4', 'Apt. 4'])(
    'flat %o of Larch Ho is LARCH HO/FLAT 4',
    flat => {
      const [event] = translated(rowOf({ Flat: flat, Block: ' Larch  Ho' }));
      expect(event?.home).toEqual({ by: 'reference', reference: 'LARCH HO/FLAT 4' });
    },
  );

  it('keeps letters and names of flats', () => {
    const homes = ['4a', 'B', 'Basement flat'].flatMap(flat => translated(rowOf({ Flat: flat })));
    expect(homes.map(({ home }) => home)).toEqual(
      ['FLAT 4A', 'FLAT B', 'BASEMENT FLAT'].map(flat => ({
        by: 'reference',
        reference: `LARCH HO/${flat}`,
      })),
    );
  });

  test.each(['4 and 5', '4/5', '4, 5', '4-6', '4 & 5'])('%o is two flats, and a row is about one', flat => {
    expect(adapter.inbound(rowOf({ Flat: flat }))).toMatchObject({ ok: false, problems: [{ path: 'Flat' }] });
  });

  test.each(['7', 'Flat 7', 'flat  7'])('a suspected source %o is a flat of the same block', source => {
    const [event] = translated(rowOf({ 'Source flat': source }));
    expect(event?.source).toEqual({ by: 'reference', reference: 'LARCH HO/FLAT 7' });
  });

  test.each(['', '?', '-', 'unknown', 'Not known', 'N/K', 'n/a', 'TBC'])(
    'a source %o is not known yet',
    source => {
      const [event] = translated(rowOf({ 'Suspected source': source }));
      expect(event).not.toHaveProperty('source');
    },
  );
});

describe('when it happened', () => {
  test.each([
    [{ Date: '02/06/2025', Time: '08:40' }, '2025-06-02T07:40:00.000Z', 'london-assumed'],
    [{ Date: '2/6/2025 8:40' }, '2025-06-02T07:40:00.000Z', 'london-assumed'],
    [{ Date: '2025-06-02' }, '2025-06-01T23:00:00.000Z', 'date-only'],
    [{ 'Date of visit': '02/06/2025', Time: '8.40' }, '2025-06-02T07:40:00.000Z', 'london-assumed'],
    [{ 'Visit date': '02/06/2025', Time: '7.10 pm' }, '2025-06-02T18:10:00.000Z', 'london-assumed'],
    [{ Date: '02/12/2025', Time: '12:05am' }, '2025-12-02T00:05:00.000Z', 'london-assumed'],
    [{ Date: '02/12/2025', Time: '12:05pm' }, '2025-12-02T12:05:00.000Z', 'london-assumed'],
    [{ Date: '02/06/2025' }, '2025-06-01T23:00:00.000Z', 'date-only'],
  ])('%o is %s', (cells, at, basis) => {
    const { Date: _, ...row } = rowOf({});
    const [event] = translated({ ...row, ...cells });
    expect(event?.happened).toEqual({ at, basis });
  });

  test.each([
    [{ Date: '31/06/2025' }, 'Date'],
    [{ Date: '2025-06-31' }, 'Date'],
    [{ Date: 4581 }, 'Date'],
    [{ Time: 'afternoon' }, 'Time'],
    [{ Time: '25:00' }, 'Time'],
    [{ Time: '13:00pm' }, 'Time'],
    [{ Time: '08:75' }, 'Time'],
    [{ Date: '02/06/2025 08:40', Time: '09:00' }, 'Time'],
  ])('%o is refused under %s', (cells, path) => {
    expect(adapter.inbound(rowOf(cells))).toMatchObject({ ok: false, problems: [{ path }] });
  });
});

describe('a row', () => {
  it('is the same news however its sheet writes the date', () => {
    const ids = ['02/06/2025', '2/6/2025', '45810', '2025-06-02'].map(
      date => translated(rowOf({ Date: date }))[0]?.vendorEventId,
    );
    expect(new Set(ids).size).toBe(1);
    expect(translated(rowOf({ Date: '02/06/2025 08:40' }))[0]?.vendorEventId).not.toBe(ids[0]);
    expect(translated(rowOf({ Date: '2025-06-02T08:40:00' }))[0]?.vendorEventId).toBe(
      translated(rowOf({ Date: '2/6/2025 8:40' }))[0]?.vendorEventId,
    );
  });
});

describe('what happened', () => {
  test.each([
    ['Leak reported', ['housing.leak.reported.v1']],
    ['LEAK AGAIN!', ['housing.leak.reported.v1']],
    ['contained', ['housing.leak.contained.v1']],
    ['Electrics isolated', ['housing.leak.electrics-isolated.v1', 'housing.flag.asserted.v1']],
    ['Electrics back on', ['housing.leak.electrics-reinstated.v1', 'housing.flag.withdrawn.v1']],
    ['Visited', ['housing.visit.carried-out.v1']],
    ['No-one in', ['housing.visit.access-attempted.v1']],
    ['no  access.', ['housing.visit.access-attempted.v1']],
    ['Re-booked', ['housing.visit.access-attempted.v1']],
    ['Damp / mould', ['housing.hazard.suspected.v1']],
    ['Mould works started', ['housing.hazard.works-started.v1']],
    ['Mould treated', ['housing.hazard.works-completed.v1']],
    ['Mould gone', ['housing.hazard.closed.v1']],
    ['No mould found', ['housing.hazard.closed.v1']],
    ['Cause found', ['housing.leak.traced.v1']],
    ['Dried out', ['housing.leak.dried.v1']],
    ['Resolved', ['housing.leak.resolved.v1']],
  ])('%s becomes %o', (step, types) => {
    const events = translated(rowOf({ 'What happened': step, Cause: 'Failed seal' }));
    expect(events.map(({ type }) => type)).toEqual(types);
  });

  it('asserts and withdraws one and the same flag when electrics go off and on', () => {
    const [, off] = translated(rowOf({ 'What happened': 'Electrics off', Officer: 'Electrician 3' }));
    const [, on] = translated(rowOf({ 'What happened': 'Electrics back on' }));
    const flag = { code: 'electrics-isolated', localCode: 'ELECTRICS OFF', localReference: 'LFA-0612' };
    expect(off?.data).toEqual({ ...flag, assertedBy: 'Electrician 3' });
    expect(on?.data).toEqual(flag);
  });

  it('takes an attempt for a visit unless the row says how', () => {
    const attempts = [{}, { Method: 'Phoned' }, { How: 'text' }].map(cells =>
      translated(rowOf({ 'What happened': 'No answer', ...cells })),
    );
    expect(attempts.map(([event]) => event?.data)).toMatchObject([
      { method: 'visit' },
      { method: 'call' },
      { method: 'sms' },
    ]);
  });

  it('seals a note about mould as what may be about somebody’s health', () => {
    const [event] = translated(rowOf({ 'What happened': 'Mould seen', Notes: 'A child with asthma' }));
    expect(event?.data).toMatchObject({
      note: { text: 'A child with asthma', classification: 'special-category' },
    });
  });

  it('names wording that it does not know and lists what it does', () => {
    const result = adapter.inbound(rowOf({ 'What happened': 'flooded' }));
    expect(result).toMatchObject({ ok: false, problems: [{ path: 'What happened', received: 'flooded' }] });
    expect(JSON.stringify(result)).toContain('leak reported, leak, new leak');
  });

  test.each(['Mrs Albright shouted', 'Resident Adaeze Albright was upset about the wait', 'x'.repeat(200)])(
    'does not tell back prose: %s',
    prose => {
      const result = adapter.inbound(rowOf({ 'What happened': prose }));
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain(prose);
    },
  );
});

describe('a row that is not complete', () => {
  it('is told everything that is wrong with it at once', () => {
    const result = adapter.inbound({ Flat: '4 and 5', Time: 'noon' });
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
      'What happened',
      'Date',
      'Time',
      'Block',
      'Flat',
    ]);
  });

  it('needs a cause for a traced leak, but not for a visit', () => {
    const { 'Leak ref': _, ...row } = rowOf({ 'What happened': 'Traced' });
    const result = adapter.inbound(row);
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual(['Cause']);
    expect(adapter.inbound({ ...row, 'What happened': 'Visit' }).ok).toBe(true);
  });
});

describe('a row about the water without a reference of the team’s', () => {
  const steps = {
    'Leak reported': 'reported',
    Contained: 'contained',
    'Electrics off': 'electrics-isolated',
    'Electrics back on': 'electrics-reinstated',
    Traced: 'traced',
    Dried: 'dried',
    Resolved: 'resolved',
  };

  it('says every step of the leak that is open at the home then', () => {
    const { 'Leak ref': _, ...row } = rowOf({ Cause: 'Overflow' });
    for (const [words, step] of Object.entries(steps)) {
      const [draft] = translated({ ...row, 'What happened': words });
      expect(draft).toMatchObject({ type: 'housing.leak.noted.v1', data: { step } });
      expect(draft?.data).not.toHaveProperty('leakReference');
    }
  });

  it('says it of the one that it names as the hub does; the flag of the electrics has no reference then', () => {
    const named = { 'Leak ref': 'leak-2025-06-02-0a1b2c' };
    const [noted, flag] = translated(rowOf({ ...named, 'What happened': 'Electrics off' }));
    expect(noted).toMatchObject({
      type: 'housing.leak.noted.v1',
      data: { leakReference: named['Leak ref'] },
    });
    expect(flag?.type).toBe('housing.flag.asserted.v1');
    expect(flag?.data).not.toHaveProperty('localReference');
  });
});
