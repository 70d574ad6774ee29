import { describe, expect, it, test } from 'vitest';
import {
  repairsRefuses,
  repairsSays,
  statusUpdateOf,
  workOrderCompleteOf,
} from '../../support/hact-messages.ts';

const typesOf = (message: unknown) =>
  repairsSays(message).map(({ type }) => type.replace(/^housing\.|\.v1$/g, ''));
const said = (update: object) => repairsSays(statusUpdateOf(update));
const photograph = {
  uri: 'https://files.example.org/a.jpg',
  mediaType: 'image/jpeg',
  sha256: 'a'.repeat(64),
  bytes: 1,
};

describe('a job status update', () => {
  test.each([
    ['70', 'no-access-recorded'],
    [70, 'no-access-recorded'],
    ['120', 'attended'],
    ['120-50', 'attended'],
    ['80', 'note-added'],
    ['190', 'note-added'],
    ['22', 'cancelled'],
    ['23', 'note-added'],
  ])('of type %s is repair.%s', (typeCode, type) => {
    expect(typesOf(statusUpdateOf({ typeCode }))).toEqual([`repair.${type}`]);
  });

  test.each(['20', '30', '40', '50', '60', '90', '100', '110', '21', 'NA'])(
    'of type %s is refused: nobody says what it means',
    typeCode => {
      const [problem, ...more] = repairsRefuses(statusUpdateOf({ typeCode }));
      expect(problem).toMatchObject({ path: '/typeCode', received: typeCode });
      expect(problem?.expected).toContain('70');
      expect(more).toEqual([]);
    },
  );

  test.each([
    ['complete', 'repair.completed'],
    ['completed', 'repair.completed'],
    ['cancel', 'repair.cancelled'],
    ['resume', 'repair.note-added'],
    ['addNote', 'repair.note-added'],
    ['attended', 'repair.attended'],
    ['madeSafe', 'repair.attended'],
    ['inspected', 'visit.carried-out'],
    ['rebookedByResident', 'repair.rebooked'],
    ['rebookedByLandlord', 'repair.rebooked'],
    ['rebookedByContractor', 'repair.rebooked'],
  ])('of type 0 and %s is %s', (otherType, type) => {
    expect(typesOf(statusUpdateOf({ typeCode: '0', otherType }))).toEqual([type]);
  });

  test.each([undefined, '', 'Complete', 'toString'])(
    'of type 0 and %s is refused with the known ones',
    otherType => {
      const [problem] = repairsRefuses(statusUpdateOf({ typeCode: 0, otherType }));
      expect(problem?.path).toBe('/otherType');
      expect(problem?.expected).toContain('rebookedByResident');
    },
  );

  test.each([
    ['hazardSuspected', 'hazard.suspected'],
    ['hazardSummarySent', 'hazard.summary-sent'],
    ['hazardMadeSafe', 'hazard.made-safe'],
    ['hazardWorksStarted', 'hazard.works-started'],
    ['hazardWorksCompleted', 'hazard.works-completed'],
  ])('of type 0 and %s is %s, and names the hazard', (otherType, type) => {
    expect(typesOf(statusUpdateOf({ typeCode: 0, otherType, hazard: { kind: 'damp-and-mould' } }))).toEqual([
      type,
    ]);
    expect(repairsRefuses(statusUpdateOf({ typeCode: 0, otherType }))).toMatchObject([{ path: '/hazard' }]);
  });

  test.each(['emergency', 'significant', 'none'])('concludes a hazard investigation as %s', result => {
    const update = { typeCode: 0, otherType: 'hazardInvestigated', hazard: { kind: 'electrical', result } };
    expect(said(update)).toMatchObject([
      { type: 'housing.hazard.investigated.v1', data: { hazard: 'electrical', result } },
    ]);
  });

  it('closes a hazard, says why, and names the occurrence where it is known', () => {
    const hazard = { kind: 'damp-and-mould', reference: 'damp-and-mould-2026-01-05-0a1b2c' };
    const closing = { typeCode: 0, otherType: 'hazardClosed' };
    expect(said({ ...closing, hazard: { ...hazard, outcome: 'remedied' } })).toMatchObject([
      {
        type: 'housing.hazard.closed.v1',
        data: { hazard: hazard.kind, hazardReference: hazard.reference, outcome: 'remedied' },
      },
    ]);
    expect(repairsRefuses(statusUpdateOf({ ...closing, hazard }))).toMatchObject([
      { path: '/hazard/outcome' },
    ]);
  });

  it('appoints a visit where operatives are assigned for a time, and notes them where they are not', () => {
    const window = {
      date: '2025-06-05T00:00:00',
      timeOfDay: { earliestArrivalTime: '08:00', latestArrivalTime: '12:00' },
    };
    const operativesAssigned = [
      { identification: { number: 'OP-31' }, nameFull: 'J. Example' },
      { nameFull: 'A. Sample' },
    ];
    expect(said({ typeCode: 10, operativesAssigned, refinedAppointmentWindow: window })).toMatchObject([
      {
        type: 'housing.repair.appointed.v1',
        data: {
          from: '2025-06-05T07:00:00.000Z',
          until: '2025-06-05T11:00:00.000Z',
          assignedTo: 'OP-31, A. Sample',
        },
      },
    ]);
    expect(said({ typeCode: 10, operativesAssigned })).toMatchObject([
      { data: { about: 'Operatives assigned: OP-31, A. Sample' } },
    ]);
    const wrong = { date: '2025-02-30', timeOfDay: { earliestArrivalTime: '08:00' } };
    expect(repairsRefuses(statusUpdateOf({ typeCode: 10, refinedAppointmentWindow: wrong }))).toMatchObject([
      { path: '/refinedAppointmentWindow' },
    ]);
  });

  it('names as many of its operatives as there is room for', () => {
    const operativesAssigned = Array.from({ length: 12 }, (_, index) => ({
      nameFull: `Operative number ${index}`,
    }));
    const [{ data } = { data: {} }] = said({ typeCode: 120, operativesAssigned });
    expect(data).toMatchObject({ attendedBy: 'Operative number 0 and 11 more' });
  });

  it('is an attempt in person unless it names the channel that was tried', () => {
    expect(said({ typeCode: 70, cardLeft: true })).toMatchObject([
      { data: { inPerson: true, cardLeft: true } },
    ]);
    expect(
      said({ typeCode: 70, customerCommunicationChannelAttempted: { value: '020 7946 0000' } }),
    ).toMatchObject([{ data: { inPerson: false } }]);
  });

  it('is about the home that it names, and so may the further work be that it asks for', () => {
    const additionalWork = {
      additionalWorkOrder: {
        descriptionOfWork: 'Trace and repair',
        sitePropertyUnit: [{ reference: [{ id: '00047110' }] }],
      },
    };
    expect(said({ typeCode: 0, otherType: 'madeSafe', additionalWork })).toMatchObject([
      { home: { reference: '00047107' }, data: { outcome: 'made-safe' } },
      {
        type: 'housing.repair.follow-on-required.v1',
        home: { reference: '00047110' },
        data: { requirement: { text: 'Trace and repair' } },
      },
    ]);
    const here = { additionalWorkOrder: { descriptionOfWork: 'Make good' } };
    expect(said({ typeCode: 120, additionalWork: here })[1]).toMatchObject({
      home: { reference: '00047107' },
    });
  });

  test.each([
    [{ typeCode: 10, refinedAppointmentWindow: { date: '2025-06-05', timeOfDay: {} } }],
    [{ typeCode: 70 }],
    [{ typeCode: 0, otherType: 'hazardMadeSafe', hazard: { kind: 'fire' } }],
    [{ typeCode: 0, otherType: 'cancel' }],
    [{ typeCode: 0, otherType: 'complete', workClass: { workClassCode: '20' } }],
    [{ typeCode: 0, otherType: 'inspected' }],
  ])('loses neither comments nor evidence: %j', update => {
    const text = JSON.stringify(said({ ...update, comments: 'Side gate', evidence: [photograph] }));
    expect(text.split('Side gate')).toHaveLength(2);
    expect(text.split(photograph.uri)).toHaveLength(2);
  });
});

describe('a completed work order', () => {
  it('has the evidence, the operative and the time of the update that closed it', () => {
    const update = { typeCode: 0, otherType: 'completed', evidence: [photograph] };
    expect(
      repairsSays(workOrderCompleteOf([update], { operativesUsed: [{ nameFull: 'A. Sample' }] })),
    ).toMatchObject([
      {
        happened: { at: '2025-09-18T16:00:00.000Z' },
        data: { operative: 'A. Sample', evidence: [photograph] },
      },
    ]);
  });

  it('may have none, and says so', () => {
    const [event] = repairsSays(workOrderCompleteOf([{ typeCode: 0, otherType: 'complete' }]));
    expect(event?.data).toEqual({ workOrderReference: 'R-88120', evidence: [] });
  });

  it('is not completed where it was closed because nobody opened', () => {
    expect(typesOf(workOrderCompleteOf([{ typeCode: '70', otherType: 'completed' }]))).toEqual([
      'repair.no-access-recorded',
    ]);
  });

  it('is refused where no update closes it, or evidence is not a file by reference', () => {
    expect(repairsRefuses(workOrderCompleteOf([{ typeCode: 120 }]))).toMatchObject([
      { path: '/jobStatusUpdates' },
    ]);
    const embedded = {
      typeCode: 0,
      otherType: 'complete',
      evidence: [{ embeddedFileBinaryObject: 'aGVsbG8=' }],
    };
    expect(repairsRefuses(workOrderCompleteOf([embedded]))[0]?.path).toBe(
      '/jobStatusUpdates/0/evidence/0/uri',
    );
  });

  it('asks for follow-on work trade by trade', () => {
    const followOnRequest = {
      requiredFollowOnTrades: ['Plastering'],
      otherTrade: 'Leaks Hub',
      followOnTypeDescription: 'Make good',
    };
    const [, ...followOns] = repairsSays(
      workOrderCompleteOf([{ typeCode: 0, otherType: 'complete' }], { followOnRequest }),
    );
    expect(followOns.map(({ data }) => data)).toMatchObject([
      { trade: 'Plastering' },
      { trade: 'Leaks Hub' },
    ]);
    const untold = { followOnRequest: { additionalNotes: 'Call first' } };
    expect(typesOf(workOrderCompleteOf([{ typeCode: 0, otherType: 'complete' }], untold))).toEqual([
      'repair.completed',
      'repair.follow-on-required',
    ]);
  });
});
