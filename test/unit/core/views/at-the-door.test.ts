import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../functions/core/views/need-to-know.ts';
import { propertyView } from '../../../../functions/core/views/property.ts';
import { propertyViewSchema } from '../../../../functions/core/views/property-schema.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, type Happening, instant, larchHouse } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2025-07-01T07:50:00Z');
const repairs: Viewer = {
  teams: ['repairs'],
  teamOfSystem: system => (system === 'repairs' ? 'repairs' : undefined),
};
const place = (uprn: typeof flat4, address: string) => ({
  ...{ uprn, status: 'approved' as const, address, postcode: 'SE15 4PT', references: {} },
});

function look(...events: readonly SystemEvent[]) {
  const hub = memoryHub();
  for (const event of events) hub.hear([event], now);
  const property = hub.stored(propertySubject(flat4));
  const found = new Set((property?.record.findings ?? []).map(({ id }) => id));
  const { answer } = propertyView(
    {
      ...{
        at: now,
        place: place(flat4, 'Flat 4'),
        property,
        block: undefined,
        household: {},
        predecessors: [],
      },
      findings: events.filter(({ id }) => found.has(id)),
      otherHomes: new Map([[flat7, place(flat7, 'Flat 7')]]),
    },
    repairs,
  );
  return propertyViewSchema.parse(JSON.parse(JSON.stringify(answer)));
}

const visit = (at: string, text: string, more: object = {}) =>
  eventOf({
    ...{ type: 'housing.visit.carried-out.v1', at, system: 'leaks', home: flat4 },
    data: {
      ...{ purpose: 'inspection', evidence: [], ...more },
      finding: { text, classification: 'operational' },
    },
  } as unknown as Happening<'housing.visit.carried-out.v1'>);
const flag = (code: string) =>
  eventOf({
    ...{ type: 'housing.flag.asserted.v1', at: '2025-06-01T09:00:00Z', system: 'tenancy', home: flat4 },
    data: { code, localCode: code },
  } as unknown as Happening<'housing.flag.asserted.v1'>);

describe('a home at its door', () => {
  it('says what to do first: for the safety of staff, then by severity', () => {
    const answer = look(flag('asbestos'), flag('electrics-isolated'), flag('unsafe-environment'));
    expect(answer.flags.map(({ family }) => family === 'staff-safety')).toEqual([true, false, false]);
    expect(Object.keys(answer).slice(0, 8)).toEqual([
      ...['asOf', 'uprn', 'status', 'address', 'postcode', 'flags', 'dueHere', 'leaks'],
    ]);
    expect(answer.asOf).toBe('2025-07-01T08:50:00+01:00');
  });

  it('says where a leak comes from by the address of the other home', () => {
    const answer = look(
      eventOf({
        ...{
          type: 'housing.leak.reported.v1',
          at: '2025-06-02T09:00:00Z',
          home: flat4,
          source: flat7,
          block: larchHouse,
        },
        data: { leakReference: 'L-1' as LocalReference },
      }),
    );
    expect(answer.leaks).toMatchObject([
      { reference: 'L-1', part: 'home', otherHomes: [{ uprn: flat7, address: 'Flat 7', part: 'source' }] },
    ]);
  });

  it('says what was found last, and who was last let in or not', () => {
    const [first, second] = [
      visit('2025-06-02T09:00:00Z', 'Ceiling dry'),
      visit('2025-06-03T09:00:00Z', 'Tap drips'),
    ];
    const found = { at: '2025-06-03T10:00:00+01:00', system: 'leaks', data: { finding: 'Tap drips' } };
    expect(look(second, first).lastFinding).toMatchObject(found);
    const attempt = { at: '2025-06-02T10:00:00+01:00', outcome: 'gained', inPerson: true };
    expect(look(first).lastAttempt).toEqual(attempt);
    expect(look()).not.toHaveProperty('lastFinding');
    expect(look()).not.toHaveProperty('lastAttempt');
  });

  it('has what was found before that, where of the last visit somebody may not even know', () => {
    const dry = visit('2025-06-02T09:00:00Z', 'Ceiling dry');
    const protectedVisit = visit('2025-06-03T09:00:00Z', 'Bruises', { nextAction: 'Domestic abuse: MARAC' });
    expect(look(dry, protectedVisit).lastFinding?.data).toMatchObject({ finding: 'Ceiling dry' });
  });

  it('has no day that is the one before: what began with a day in summer is of that day', () => {
    const received = eventOf({
      ...{
        type: 'housing.complaint.received.v1',
        at: '2025-07-20T23:00:00Z',
        system: 'complaints',
        home: flat4,
      },
      data: { complaintReference: 'C-1' as LocalReference },
    });
    const [ofDay] = look({ ...received, timebasis: 'date-only' }).openCases;
    expect(ofDay).toMatchObject({ openedAt: '2025-07-21T00:00:00+01:00', openedOnDay: true });
    expect(look(received).openCases[0]).not.toHaveProperty('openedOnDay');
  });
});
