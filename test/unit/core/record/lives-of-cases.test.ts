import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../../functions/core/record/fold.ts';
import type { SystemEvent, SystemEventType } from '../../../../schemas/catalogue.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, type Happening, instant, mrB } from '../../../support/events.ts';

const home = propertySubject(flat4);
const now = instant('2026-01-01T00:00:00Z');
const sealed = { text: 'because', classification: 'personal' };

/** What a system says of a case, one saying a day. */
type Saying = [type: string, data: object];
function eventsOf(system: string, sayings: readonly Saying[]): SystemEvent[] {
  return sayings.map(([type, data], index) =>
    eventOf({
      ...{ type: `housing.${type}.v1`, system, home: flat4, data },
      at: new Date(Date.UTC(2025, 5, 1 + index, 9)).toISOString(),
    } as unknown as Happening<SystemEventType>),
  );
}
function recordAfter(events: readonly SystemEvent[]) {
  return foldEvents({ subject: home, version: 0, record: undefined, flags: {}, rows: {} }, events, now)
    .record;
}

const leakReference = 'L-1';
const complaintReference = 'C-1';
const claimReference = 'D-1';
const workOrderReference = 'R-1';
const stay = { tenancyReference: 'T-1', accommodationReference: 'A-1' };

const lives: Record<
  string,
  [system: string, steps: [...Saying, stage: string | undefined, facts: object][]]
> = {
  'a leak': [
    'leaks',
    [
      ['leak.reported', { leakReference, room: 'Hall' }, 'reported', { part: 'home', room: 'Hall' }],
      ['leak.contained', { leakReference }, 'contained', {}],
      ['leak.electrics-isolated', { leakReference }, 'contained', { electrics: 'isolated' }],
      ['leak.traced', { leakReference, cause: 'Waste pipe' }, 'traced', { cause: 'Waste pipe' }],
      ['leak.electrics-reinstated', { leakReference }, 'traced', { electrics: 'reinstated' }],
      ['leak.dried', { leakReference }, 'dried', {}],
    ],
  ],
  'a complaint': [
    'complaints',
    [
      ['complaint.received', { complaintReference, about: 'Leak' }, 'received', { about: 'Leak' }],
      ['complaint.acknowledged', { complaintReference, stage: 1 }, 'stage 1 acknowledged', {}],
      [
        'complaint.extended',
        { complaintReference, stage: 1, until: '2025-07-01', reason: sealed },
        'stage 1 extended',
        { extendedUntil: '2025-07-01' },
      ],
      [
        'complaint.responded',
        { complaintReference, stage: 1, decision: 'upheld', decidedBy: 'P. Shah' },
        'stage 1 responded',
        { decision: 'upheld', 'decided at stage 1': 'P. Shah' },
      ],
      [
        'complaint.remedy-promised',
        { complaintReference, promiseReference: 'P-1', dueOn: '2025-08-01', promise: sealed },
        'stage 1 responded',
        { 'promise P-1': '2025-08-01' },
      ],
      [
        'complaint.remedy-delivered',
        { complaintReference, promiseReference: 'P-1' },
        'stage 1 responded',
        { 'kept P-1': '2025-06-06' },
      ],
      ['complaint.escalated', { complaintReference }, 'escalated', {}],
      ['complaint.acknowledged', { complaintReference, stage: 2 }, 'stage 2 acknowledged', {}],
      [
        'complaint.ombudsman-notified',
        { complaintReference, ombudsmanReference: 'O-7' },
        'ombudsman',
        { ombudsmanReference: 'O-7' },
      ],
    ],
  ],
  'a job': [
    'repairs',
    [
      [
        'repair.raised',
        { workOrderReference, priority: 'high', trade: 'Plumbing' },
        'raised',
        { priority: 'high' },
      ],
      [
        'repair.appointed',
        { workOrderReference, from: '2025-06-20T09:00:00.000Z' },
        'appointed',
        { appointment: '2025-06-20T09:00:00.000Z' },
      ],
      ['repair.rebooked', { workOrderReference, askedBy: 'unknown' }, 'appointed', { appointment: null }],
      ['repair.no-access-recorded', { workOrderReference, inPerson: true }, 'no-access', {}],
      ['repair.attended', { workOrderReference, outcome: 'made-safe' }, 'attended', { outcome: 'made-safe' }],
      [
        'repair.follow-on-required',
        { workOrderReference, emergency: true, requirement: sealed },
        'follow-on-required',
        { followOnEmergency: true },
      ],
    ],
  ],
  'a stay elsewhere': [
    'tenancy',
    [
      [
        'tenancy.accommodation-offered',
        { ...stay, reason: 'Mould', hazardReference: 'H-1' },
        'offered',
        { reason: 'Mould', hazardReference: 'H-1' },
      ],
      ['tenancy.accommodation-taken-up', stay, 'taken-up', {}],
    ],
  ],
  'a claim': [
    'disrepair',
    [
      [
        'disrepair.claim-received',
        {
          claimReference,
          letterDated: '2025-05-16',
          solicitorOrganisation: 'SRA-4',
          defects: [{ hazard: 'electrical' }],
        },
        'received',
        { letterDated: '2025-05-16', solicitorOrganisation: 'SRA-4', 'alleged electrical': true },
      ],
      [
        'disrepair.claim-responded',
        {
          ...{
            claimReference,
            liability: 'partly-admitted',
            expert: 'single-joint',
            inspectionOn: '2025-06-30',
          },
          promisedWorks: [{ promiseReference: 'P-2', category: 'making-good', dueOn: '2025-08-29' }],
        },
        'responded',
        {
          ...{ liability: 'partly-admitted', expert: 'single-joint', inspectionOn: '2025-06-30' },
          'promise P-2': { category: 'making-good', dueOn: '2025-08-29' },
        },
      ],
      [
        'disrepair.claim-issued',
        { claimReference, courtReference: 'M00SE417', court: 'County Court at Lambeth' },
        'issued',
        { courtReference: 'M00SE417', court: 'County Court at Lambeth' },
      ],
    ],
  ],
};

/** The last thing that is said of each. */
const ends: Record<string, Saying> = {
  'a leak': ['leak.resolved', { leakReference }],
  'a complaint': ['complaint.closed', { complaintReference }],
  'a job': ['repair.cancelled', { workOrderReference }],
  'a stay elsewhere': ['tenancy.accommodation-ended', { ...stay, outcome: 'Back home' }],
  'a claim': ['disrepair.claim-closed', { claimReference, outcome: 'settled' }],
};

describe.each(Object.entries(lives))('%s', (name, [system, steps]) => {
  it('shows how far it has come and what is known of it, after each thing that is said', () => {
    let known = {};
    for (const [index, [, , stage, facts]] of steps.entries()) {
      const sayings = steps.slice(0, index + 1).map(([type, data]): Saying => [type, data]);
      const [one, ...others] = Object.values(recordAfter(eventsOf(system, sayings)).openCases);
      known = { ...known, ...facts };
      expect(others).toEqual([]);
      expect(one).toMatchObject({ system, stage, facts: known, openedAt: '2025-06-01T09:00:00.000Z' });
    }
  });

  it('is open no more when it has ended', () => {
    const [end, data] = ends[name] ?? ['', {}];
    const sayings = [...steps.map(([type, said]): Saying => [type, said]), [end, data] satisfies Saying];
    expect(recordAfter(eventsOf(system, sayings)).openCases).toEqual({});
  });
});

describe('what a record counts', () => {
  it('is what was heard of each kind, who got in and for what, and when each system was heard last', () => {
    const { totals, access, closings, feeds } = recordAfter([
      ...eventsOf('repairs', [
        ['repair.raised', { workOrderReference, priority: 'high' }],
        ['repair.no-access-recorded', { workOrderReference, inPerson: true }],
        ['repair.attended', { workOrderReference, outcome: 'made-safe' }],
        ['repair.completed', { workOrderReference, evidence: [] }],
      ]),
      ...eventsOf('leaks', [
        ['leak.reported', { leakReference }],
        [
          'visit.access-attempted',
          { leakReference, workOrderReference, method: 'visit', outcome: 'no-answer' },
        ],
        ['visit.access-attempted', { method: 'call', outcome: 'no-answer' }],
        ['visit.access-attempted', { method: 'visit', outcome: 'rebooked-by-resident' }],
        ['visit.access-attempted', { method: 'visit', outcome: 'rebooked' }],
        ['visit.carried-out', { purpose: 'inspection', evidence: [] }],
      ]),
      ...eventsOf('complaints', [
        ['complaint.received', { complaintReference }],
        ['complaint.dissatisfaction-expressed', { detail: sealed }],
      ]),
      ...eventsOf('tenancy', [['tenancy.contact-recorded', { channel: 'call', note: sealed }]]),
    ]);
    expect(totals).toEqual({
      ...{ repairs: 1, leaks: 1, noAccess: 4, visits: 2, complaints: 1, contacts: 2, events: 13 },
    });
    const [job, leak] = [
      { kind: 'work-order', reference: workOrderReference },
      { kind: 'leak', reference: leakReference },
    ];
    const attempts = access.map(({ at, outcome, inPerson, for: cases }) => [
      at.slice(8, 10),
      outcome,
      inPerson,
      cases,
    ]);
    expect(attempts.toSorted()).toEqual(
      [
        ['02', 'missed', true, [job]],
        ['02', 'missed', true, [job, leak]],
        ['03', 'gained', true, undefined],
        ['03', 'missed', false, undefined],
        // Whoever completes a job was in the home.
        ['04', 'gained', true, undefined],
        ['04', 'missed', false, undefined],
        ['06', 'gained', true, undefined],
      ].toSorted(),
    );
    expect(closings).toMatchObject([{ at: '2025-06-04T09:00:00.000Z' }]);
    expect(feeds).toEqual({
      ...{ repairs: '2025-06-04T09:00:00.000Z', leaks: '2025-06-06T09:00:00.000Z' },
      ...{ complaints: '2025-06-02T09:00:00.000Z', tenancy: '2025-06-01T09:00:00.000Z' },
    });
  });

  it('is of the latest end of a tenancy, whatever was heard last, and of nothing that went on', () => {
    const [first, second] = ['2025-06-01', '2025-07-01'].map(day =>
      eventOf({
        ...{ type: 'housing.tenancy.ended.v1', system: 'tenancy', home: flat4, persons: [mrB] },
        ...{ at: `${day}T09:00:00Z`, data: { tenancyReference: `T-${day}` as never } },
      }),
    ) as [SystemEvent, SystemEvent];
    for (const events of [
      [first, second],
      [second, first],
    ])
      expect(recordAfter(events).tenancyEndedAt).toBe('2025-07-01T09:00:00.000Z');
    expect(
      recordAfter(eventsOf('leaks', [['leak.reported', { leakReference }]])).tenancyEndedAt,
    ).toBeUndefined();
  });
});
