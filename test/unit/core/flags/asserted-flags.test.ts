import { describe, expect, it } from 'vitest';
import { type LocalReference, personSubject, propertySubject } from '../../../../schemas/reference.ts';
import { alderCourt2, eventOf, flat7, instant, mrB } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2026-11-02T09:00:00Z');
const code = 'do-not-visit-alone' as const;
const asserts = (system: string, at: string) =>
  eventOf({ type: 'housing.flag.asserted.v1', system, at, persons: [mrB], data: { code, localCode: 'CV' } });
const withdraws = (system: string, at: string) =>
  eventOf({ type: 'housing.flag.withdrawn.v1', system, at, persons: [mrB], data: { code, localCode: 'CV' } });
const tenancy = (
  type: 'housing.tenancy.started.v1' | 'housing.tenancy.ended.v1',
  reference: string,
  home: typeof flat7,
  at: string,
) => {
  const tenancyReference = reference as LocalReference;
  const common = { system: 'tenancy', at, home, persons: [mrB] };
  if (type === 'housing.tenancy.ended.v1') return eventOf({ ...common, type, data: { tenancyReference } });
  const household = [{ person: mrB, responsible: true }];
  return eventOf({ ...common, type, data: { tenancyReference, tenure: 'Secure', household } });
};
const movesIn = tenancy('housing.tenancy.started.v1', 'T-7', flat7, '2019-04-01T00:00:00Z');
const movesOut = tenancy('housing.tenancy.ended.v1', 'T-7', flat7, '2026-10-12T00:00:00Z');
const movesOn = tenancy('housing.tenancy.started.v1', 'T-202', alderCourt2, '2026-10-12T00:00:00Z');

const reported = (reference: string, at: string) =>
  eventOf({
    type: 'housing.leak.reported.v1',
    at,
    home: flat7,
    data: { leakReference: reference as LocalReference },
  });

describe('many sources, one flag', () => {
  it('is one flag with two sources, and withdrawal by one leaves it', () => {
    const hub = memoryHub();
    hub.hear([asserts('tenancy', '2026-09-06T10:00:00Z')], now);
    hub.hear([asserts('repairs', '2026-09-07T10:00:00Z')], now);
    hub.hear([withdraws('repairs', '2026-09-09T10:00:00Z')], now);
    expect(hub.stored(personSubject(mrB))?.flags[code]?.sources).toEqual(['tenancy']);
    expect(hub.announcements.map(({ type }) => type)).toEqual([
      'housing.flag.raised.v1',
      'housing.flag.changed.v1',
      'housing.flag.changed.v1',
    ]);
  });

  it('clears when the last source withdraws, with a higher version', () => {
    const hub = memoryHub();
    hub.hear([asserts('tenancy', '2026-09-06T10:00:00Z')], now);
    hub.hear([withdraws('tenancy', '2026-09-09T10:00:00Z')], now);
    const [raised, cleared] = hub.announcements;
    expect(cleared?.type).toBe('housing.flag.cleared.v1');
    expect(cleared?.data.flag.version).toBeGreaterThan(raised?.data.flag.version ?? 0);
    expect(hub.flags(personSubject(mrB), now)).toEqual([]);
  });

  it('stands until the last of a source’s own cases is closed', () => {
    const hub = memoryHub();
    const complaint = (type: 'asserted' | 'withdrawn', reference: string, at: string) =>
      eventOf({
        type: `housing.flag.${type}.v1`,
        system: 'complaints',
        at,
        home: flat7,
        data: { code: 'open-complaint', localCode: 'open', localReference: reference as LocalReference },
      });
    hub.hear(
      [
        complaint('asserted', 'C-1', '2025-07-01T09:00:00Z'),
        complaint('asserted', 'C-2', '2025-07-02T09:00:00Z'),
      ],
      now,
    );
    hub.hear([complaint('withdrawn', 'C-1', '2025-07-03T09:00:00Z')], now);
    expect(hub.flags(propertySubject(flat7), now)).toEqual(['open-complaint']);
    hub.hear([complaint('withdrawn', 'C-2', '2025-07-04T09:00:00Z')], now);
    expect(hub.flags(propertySubject(flat7), now)).toEqual([]);
  });

  it('says nothing new when a source repeats itself', () => {
    const hub = memoryHub();
    hub.hear([asserts('tenancy', '2026-09-06T10:00:00Z')], now);
    hub.hear([asserts('tenancy', '2026-09-08T10:00:00Z')], now);
    expect(hub.announcements).toHaveLength(1);
    expect(hub.stored(personSubject(mrB))?.flags[code]?.since).toBe('2026-09-06T10:00:00.000Z');
  });
});

describe('a person’s flag follows the person', () => {
  it('leaves the old home and arrives at the new one, whichever is heard first', () => {
    for (const moves of [
      [movesOut, movesOn],
      [movesOn, movesOut],
    ]) {
      const hub = memoryHub();
      hub.hear([movesIn, asserts('tenancy', '2026-09-06T10:00:00Z')], now);
      for (const event of moves) hub.hear([event], now);
      const last = hub.announcements.at(-1);
      expect(last?.data.flag.places).toEqual([alderCourt2]);
      expect(hub.flags(propertySubject(flat7), now)).toEqual([]);
    }
  });

  it('names the home that it left', () => {
    const hub = memoryHub();
    hub.hear([movesIn, asserts('tenancy', '2026-09-06T10:00:00Z')], now);
    hub.hear([movesOut, movesOn], now);
    expect(hub.announcements.at(-1)?.data).toMatchObject({
      noLongerAt: [flat7],
      flag: { places: [alderCourt2] },
    });
  });

  it('waits without a place when nobody knows where they went', () => {
    const hub = memoryHub();
    hub.hear([movesIn, asserts('tenancy', '2026-09-06T10:00:00Z'), movesOut], now);
    expect(hub.announcements.at(-1)?.data.flag.places).toEqual([]);
  });
});

describe('an announcement', () => {
  it('has the chain of the event that led to it', () => {
    const hub = memoryHub();
    const cause = asserts('tenancy', '2026-09-06T10:00:00Z');
    hub.hear([movesIn, cause], now);
    expect(hub.announcements[0]).toMatchObject({ causationid: cause.id, correlationid: cause.correlationid });
  });

  it('has the same id when the same commit is derived again', () => {
    const ids = [1, 2].map(() => {
      const hub = memoryHub();
      hub.hear([asserts('tenancy', '2026-09-06T10:00:00Z')], now);
      return hub.announcements[0]?.id;
    });
    expect(ids[0]).toBe(ids[1]);
  });

  it('has the chain of the event that speaks of the flag, wherever that is among what was heard', () => {
    const hub = memoryHub();
    const [first, second] = [
      asserts('tenancy', '2026-09-06T10:00:00Z'),
      eventOf({
        type: 'housing.flag.asserted.v1',
        system: 'tenancy',
        at: '2026-09-07T10:00:00Z',
        persons: [mrB],
        data: { code: 'no-female-staff-alone', localCode: 'F' },
      }),
    ];
    hub.hear([first, second, movesIn], now);
    expect(hub.announcements.map(({ data, causationid }) => [data.flag.code, causationid])).toEqual([
      [code, first.id],
      ['no-female-staff-alone', second.id],
    ]);
  });

  it('has the chain of the latest evidence where a rule found the flag', () => {
    const hub = memoryHub();
    const leaks = [reported('L-1', '2026-09-06T10:00:00Z'), reported('L-2', '2026-09-07T10:00:00Z')];
    const visit = eventOf({
      type: 'housing.visit.carried-out.v1',
      at: '2026-09-08T10:00:00Z',
      home: flat7,
      data: { purpose: 'leak-trace', evidence: [] },
    });
    hub.hear([...leaks, visit], now);
    expect(hub.announcements.map(({ causationid }) => causationid)).toEqual([leaks[1]?.id]);
  });

  it('is news where it stands for more than it did: systems are told for what', () => {
    const hub = memoryHub();
    hub.hear([reported('L-1', '2026-09-06T10:00:00Z')], now);
    hub.hear([reported('L-2', '2026-09-07T10:00:00Z')], now);
    hub.hear([reported('L-2', '2026-09-07T10:00:00Z')], now);
    expect(hub.announcements.map(({ type, data }) => [type, data.flag.because?.references])).toEqual([
      ['housing.flag.raised.v1', ['L-1']],
      ['housing.flag.changed.v1', ['L-1', 'L-2']],
    ]);
  });

  it('has the chain of what was heard last where nothing heard speaks of the flag', () => {
    const hub = memoryHub();
    hub.hear([movesIn, asserts('tenancy', '2026-09-06T10:00:00Z')], now);
    const before = tenancy('housing.tenancy.started.v1', 'T-6', flat7, '2018-04-01T00:00:00Z');
    hub.hear([before, movesOut, movesOn], now);
    expect(hub.announcements.at(-1)?.causationid).toBe(movesOn.id);
  });

  it('names the homes that a flag has left, not those where it stays', () => {
    const hub = memoryHub();
    hub.hear([movesIn, movesOn, asserts('tenancy', '2026-09-06T10:00:00Z')], now);
    hub.hear([movesOut], now);
    expect(hub.announcements.at(-1)?.data).toMatchObject({
      noLongerAt: [flat7],
      flag: { places: [alderCourt2] },
    });
  });

  it('is one for each tenancy that a flag hangs on, though one commit raises both', () => {
    const hub = memoryHub();
    const leaving = ['T-1', 'T-2'].flatMap(reference => {
      const tenancyReference = reference as LocalReference;
      const common = { system: 'tenancy', at: '2026-09-06T10:00:00Z', home: flat7 };
      return [
        eventOf({
          ...common,
          type: 'housing.tenancy.started.v1',
          data: { tenancyReference, tenure: 'Secure', household: [] },
        }),
        eventOf({
          ...common,
          type: 'housing.flag.asserted.v1',
          data: { code: 'termination-requested', localCode: 'TERM', tenancyReference },
        }),
      ];
    });
    hub.hear(leaving, now);
    expect(hub.announcements.map(({ data }) => data.flag.tenancyReference)).toEqual(['T-1', 'T-2']);
    expect(new Set(hub.announcements.map(({ id }) => id)).size).toBe(2);
  });

  it('says no more of a flag than is known: no tenancy that it does not hang on, no rule that did not find it', () => {
    const hub = memoryHub();
    hub.hear([asserts('tenancy', '2026-09-06T10:00:00Z')], now);
    const { flag } = hub.announcements[0]?.data ?? {};
    expect(flag).not.toHaveProperty('tenancyReference');
    expect(flag).not.toHaveProperty('because');
  });
});
