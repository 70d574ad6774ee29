import { describe, expect, it, test } from 'vitest';
import { adapter } from '../../../functions/adapters/repairs/adapter.ts';
import {
  raiseRepairOf,
  repairsRefuses,
  repairsSays,
  statusUpdateOf,
  workOrderCompleteOf,
} from '../../support/hact-messages.ts';

const typesOf = (message: unknown) =>
  repairsSays(message).map(({ type }) => type.replace(/^housing\.|\.v1$/g, ''));
const pathsOf = (message: unknown) => repairsRefuses(message).map(({ path }) => path);

describe('the kind of a message', () => {
  const { messageType: _, ...bare } = raiseRepairOf();
  const window = { date: '2025-06-05', timeOfDay: { earliestArrivalTime: '08:00' } };

  it('is told by a field of that kind alone where messageType is missing, as HACT has it', () => {
    expect(typesOf(bare)).toEqual(['repair.raised']);
    expect(
      typesOf({ ...bare, assignedToPrimary: { name: 'In-house' }, refinedAppointmentWindow: window }),
    ).toEqual(['repair.raised', 'repair.appointed']);
    const { messageType: __, ...update } = statusUpdateOf({ typeCode: '70' });
    expect(typesOf(update)).toEqual(['repair.no-access-recorded']);
    const { messageType: ___, ...closing } = workOrderCompleteOf([{ typeCode: 0, otherType: 'complete' }]);
    expect(typesOf(closing)).toEqual(['repair.completed']);
  });

  it('is refused by name where it is not known', () => {
    const [problem] = repairsRefuses({ messageType: 'AmendRepair' });
    expect(problem?.message).toBe(
      '“AmendRepair” is not known: expected messageType to be one of RaiseRepair, ScheduleRepair, JobStatusUpdate, WorkOrderComplete',
    );
    expect(pathsOf({})).toEqual(['/messageType']);
    expect(pathsOf('R-88120')).toEqual(['']);
  });
});

describe('the spelling of a message', () => {
  it('may be HACT’s own, and null says what a missing field says', () => {
    const hact = {
      MessageType: 'RaiseRepair',
      Reference: [{ ID: 'R-1', AllocatedBy: null }],
      DateRaised: '2025-06-02',
      DescriptionOfWork: 'Tap',
      Priority: { PriorityCode: 2, RequiredCompletionDateTime: null },
      WorkClass: { WorkClassCode: 0 },
      SitePropertyUnit: [{ Reference: [{ ID: '00047104' }] }],
      Customer: null,
    };
    expect(repairsSays(hact)).toMatchObject([
      { home: { reference: '00047104' }, data: { workOrderReference: 'R-1', priority: 'high' } },
    ]);
  });

  it('may nest as deep as it likes', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(adapter.itemSchema.safeParse(raiseRepairOf({ extra: deep })).success).toBe(true);
  });
});

describe('the home', () => {
  const homeOf = (unit: object, more: object = {}) =>
    repairsSays(raiseRepairOf({ sitePropertyUnit: [unit], ...more })).map(({ home }) => home);

  it('is the system’s own reference, zeros and all', () => {
    expect(homeOf({ reference: [{ id: '00047104', allocatedBy: 'Repairs' }] })).toEqual([
      { by: 'reference', reference: '00047104' },
    ]);
    expect(homeOf({ propertyReference: '00047104' })).toEqual([{ by: 'reference', reference: '00047104' }]);
  });

  it('is the UPRN where a reference is marked as one', () => {
    const uprn = { by: 'uprn', uprn: '200000471104' };
    expect(homeOf({ reference: [{ id: '1' }, { id: '200000471104', allocatedBy: 'UPRN' }] })).toEqual([uprn]);
    expect(homeOf({ reference: [{ id: '000200000471104', description: 'uprn' }] })).toEqual([uprn]);
  });

  it('is the address where there is nothing else', () => {
    const address = {
      addressLine: ['Flat 4', 'Larch House'],
      buildingNumber: '1',
      streetName: 'Linden Road',
      postalCode: 'SE15 9ZZ',
    };
    expect(homeOf({ address })).toEqual([
      { by: 'address', address: 'Flat 4, Larch House, 1 Linden Road, SE15 9ZZ' },
    ]);
  });

  it('is one home, named so that it can be found', () => {
    const unit = { reference: [{ id: '00047104' }] };
    expect(pathsOf(raiseRepairOf({ sitePropertyUnit: [] }))).toEqual(['/sitePropertyUnit']);
    expect(pathsOf(raiseRepairOf({ sitePropertyUnit: [unit, unit] }))).toEqual(['/sitePropertyUnit']);
    expect(pathsOf(raiseRepairOf({ sitePropertyUnit: [{ address: {} }] }))).toEqual(['/sitePropertyUnit']);
    expect(
      pathsOf(raiseRepairOf({ sitePropertyUnit: [{ reference: [{ id: 'abc', allocatedBy: 'UPRN' }] }] })),
    ).toEqual(['/sitePropertyUnit']);
    expect(pathsOf(raiseRepairOf({ sitePropertyUnit: [{ reference: [{ id: 47104 }] }] }))).toEqual([
      '/sitePropertyUnit/0/reference/0/id',
    ]);
  });
});

describe('a work order that is raised', () => {
  test.each([
    ['1', 'emergency'],
    [2, 'high'],
    ['3', 'medium'],
    [4, 'low'],
    ['5', 'deferred'],
  ])('has HACT’s priority %s as %s', (priorityCode, priority) => {
    expect(repairsSays(raiseRepairOf({ priority: { priorityCode } }))).toMatchObject([
      { data: { priority } },
    ]);
  });

  test.each(['0', '9', '10', '15', '1001057', 'constructor'])(
    'is refused with the priority %s of another list',
    priorityCode => {
      expect(repairsRefuses(raiseRepairOf({ priority: { priorityCode } }))).toEqual([
        {
          path: '/priority/priorityCode',
          message: `The code “${priorityCode}” is not known`,
          expected: 'one of 1, 2, 3, 4, 5',
          received: priorityCode,
        },
      ]);
    },
  );

  it('says everything that is wrong with it at once', () => {
    const message = {
      ...raiseRepairOf({ priority: undefined, dateRaised: undefined, reference: [], sitePropertyUnit: [] }),
      personAlert: [{ type: '99' }],
    };
    expect(pathsOf(message)).toEqual([
      '/dateRaised',
      '/reference',
      '/sitePropertyUnit',
      '/priority/priorityCode',
      '/personAlert/0/type',
    ]);
  });

  it('is works, and not a repair, where it is planned', () => {
    expect(repairsSays(raiseRepairOf({ workClass: { workClassCode: 20 } }))).toMatchObject([
      { type: 'housing.works.planned.v1', data: { works: 'Water through the kitchen ceiling' } },
    ]);
    expect(
      pathsOf(raiseRepairOf({ workClass: { workClassCode: 20 }, descriptionOfWork: 'x'.repeat(201) })),
    ).toEqual(['/workClass/workClassDescription']);
  });

  it('has works begin when they are scheduled to, where it is planned', () => {
    const said = repairsSays({
      ...raiseRepairOf({ workClass: { workClassCode: 20, workClassDescription: 'Lift renewal' } }),
      messageType: 'ScheduleRepair',
      ...{ dateRaised: undefined, eventTime: '2025-06-02T09:00:00Z' },
      refinedAppointmentWindow: { date: '2025-07-01', timeOfDay: { earliestArrivalTime: '08:00' } },
    });
    expect(said).toMatchObject([
      {
        type: 'housing.works.planned.v1',
        happened: { at: '2025-06-02T09:00:00.000Z' },
        data: { works: 'Lift renewal', from: '2025-07-01T07:00:00.000Z' },
      },
    ]);
  });
});

describe('an alert', () => {
  const customer = { reference: [{ id: '45c7', allocatedBy: 'tenancy' }] };

  it('regarding a location hangs on the home, one regarding a person on the customer alone', () => {
    const message = raiseRepairOf({
      customer,
      personAlert: [{ type: '10' }],
      locationAlert: [{ type: '10' }],
    });
    const [, location, person] = repairsSays(message);
    expect(location).toMatchObject({
      home: { reference: '00047104' },
      data: { code: 'asbestos', localCode: '10' },
    });
    expect(location).not.toHaveProperty('persons');
    expect(person).toMatchObject({
      persons: ['tenancy:45c7'],
      data: { code: 'do-not-visit-alone', localCode: '10' },
    });
    expect(person).not.toHaveProperty('home');
  });

  it('knows a customer by this system’s key unless another system is said to have allocated it', () => {
    const personOf = (reference: object[]) =>
      repairsSays(raiseRepairOf({ customer: { reference }, personAlert: [{ type: '40' }] }))[1]?.persons;
    expect(personOf([{ id: 'C9' }])).toEqual(['repairs:C9']);
    expect(
      personOf([
        { id: 'C9', allocatedBy: 'Repairs Hub' },
        { id: '45c7', allocatedBy: 'tenancy' },
      ]),
    ).toEqual(['tenancy:45c7']);
  });

  it.each([undefined, [], [{ id: '0' }], [{ id: 'N/A' }], [{ id: 'a b' }]])(
    'regarding a person is nobody’s where the customer is %o: the home only tells among whom to look',
    reference => {
      const customer = reference && { reference };
      expect(repairsSays(raiseRepairOf({ personAlert: [{ type: '10' }], customer }))[1]).toMatchObject({
        persons: [],
        livesAt: { reference: '00047104' },
      });
    },
  );

  it('that only looks like a code of the list is not one', () => {
    const [problem] = repairsRefuses(raiseRepairOf({ customer, personAlert: [{ type: '10\u201110' }] }));
    expect(problem).toMatchObject({ path: '/personAlert/0/type', received: '10\\u201110' });
    expect(repairsSays(raiseRepairOf({ customer, personAlert: [{ type: '10-10' }] }))[1]?.data).toMatchObject(
      { code: 'anti-social-behaviour' },
    );
  });
});
