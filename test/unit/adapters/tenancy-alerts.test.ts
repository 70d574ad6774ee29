import { describe, expect, it, test } from 'vitest';
import { adapter } from '../../../functions/adapters/tenancy/adapter.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import { personSubject } from '../../../schemas/reference.ts';
import { eventOf, instant, mrB } from '../../support/events.ts';
import { memoryHub } from '../../support/memory-hub.ts';
import { tenancyEventOf, tenancyRefuses, tenancySays } from '../../support/tenancy-events.ts';

const raised = (alert: object) => tenancySays(tenancyEventOf('CautionaryAlertCreatedEvent', alert));
const refused = (alert: object) => tenancyRefuses(tenancyEventOf('CautionaryAlertCreatedEvent', alert));
const everything = { mmhid: 'mr-b', assetId: 'asset-7', tenureId: 'tenure-7b' };

it('has the system’s 28 codes, ten of them with a temporary twin that means the same', () => {
  const own = adapter.flagCodes.filter(({ list }) => list === 'cautionary-alert');
  const temporary = own.filter(entry => entry.temporary);
  expect([own.length, temporary.length]).toEqual([28, 10]);
  for (const { local, code } of temporary) {
    expect(own).toContainEqual({ local: local.slice(0, -1), list: 'cautionary-alert', code });
  }
});

test.each(adapter.flagCodes.filter(({ said }) => said === undefined))(
  '$local of $list is $code, on what that hangs on and on nothing else',
  ({ local, code }) => {
    const [flag] = raised({ code: local, ...everything });
    const { hangsOn } = flagDefinition(code);
    expect(flag).toMatchObject({ type: 'housing.flag.asserted.v1', data: { code, localCode: local } });
    expect({ home: flag?.home !== undefined, person: flag?.persons !== undefined }).toEqual({
      home: hangsOn !== 'person',
      person: hangsOn === 'person',
    });
  },
);

describe('codes that look alike', () => {
  it('are two codes: with U+2011 it is verbal abuse, in ASCII it is not of this system', () => {
    expect(raised({ code: '10\u201110', mmhid: 'mr-b' })).toMatchObject([{ data: { code: 'verbal-abuse' } }]);
    const [problem] = refused({ code: '10-10', mmhid: 'mr-b' });
    expect(problem).toMatchObject({ path: '/eventData/newData/code', received: '10-10' });
    expect(problem?.expected).toContain('10\\u201110');
  });
});

describe('an alert about a person', () => {
  const nil = '00000000-0000-0000-0000-000000000000';
  test.each(
    ['DV', 'CV', 'ATD', 'CXT'].flatMap(code => [undefined, nil, '0', ''].map(mmhid => [code, mmhid])),
  )('of code %s is nobody’s where it names “%s”, and marks no home instead', (code, mmhid) => {
    const drafts = raised({ code, mmhid, assetId: 'asset-7', uprn: '200000471107' });
    expect(drafts).toMatchObject([{ persons: [], livesAt: { by: 'uprn', uprn: '200000471107' } }]);
    expect(drafts[0]).not.toHaveProperty('home');
  });

  it('of domestic abuse is on the person alone', () => {
    expect(raised({ code: 'DV', ...everything })).toHaveLength(1);
  });

  it('keeps its reason sealed, and who raised it', () => {
    expect(
      raised({
        code: 'PA',
        mmhid: 'mr-b',
        reason: 'Threw a cup',
        dateOfIncident: '2025-10-06T09:30:00',
        alertId: 'a-1',
      }),
    ).toMatchObject([
      {
        data: {
          localReference: 'a-1',
          basis: { text: 'Threw a cup', classification: 'special-category' },
          incidentAt: '2025-10-06T08:30:00.000Z',
          assertedBy: 'robin.example@council.example.org',
        },
      },
    ]);
  });

  it('keeps in words a date of which day and month cannot be told apart', () => {
    const [flag] = raised({ code: 'PA', mmhid: 'mr-b', dateOfIncident: '07/06/2023' });
    expect(flag?.data).toMatchObject({ basis: { text: 'Date of incident: 07/06/2023' } });
    expect(flag?.data).not.toHaveProperty('incidentAt');
  });
});

test.each([
  ['SPR', 'Specific requirements'],
  ['TRA', 'Translation required'],
  ['ATD', 'Allow time to get to the door'],
])('%s is also an adjustment that was recorded, in words without the reason', (code, adjustment) => {
  expect(raised({ code, ...everything, reason: 'Walks with a frame' })[1]).toMatchObject({
    type: 'housing.tenancy.adjustment-recorded.v1',
    home: { reference: 'asset-7' },
    persons: ['tenancy:mr-b'],
    data: { person: 'tenancy:mr-b', adjustment, note: { classification: 'special-category' } },
  });
});

it('needs the home of a flag on a home, and the tenancy of one on a tenancy', () => {
  expect(refused({ code: 'VOID', mmhid: 'mr-b' })).toMatchObject([{ path: '/eventData/newData/assetId' }]);
  expect(refused({ code: 'TERM' }).map(({ path }) => path)).toEqual([
    '/eventData/newData/assetId',
    '/eventData/newData/tenureId',
  ]);
  expect(raised({ code: 'TERM', ...everything })).toMatchObject([
    { data: { tenancyReference: 'tenure-7b' } },
  ]);
});

it('is withdrawn where it ended, in the order in which the system said so', () => {
  const ended = { code: 'CV', mmhid: 'mr-b', alertId: 'a-1', endDate: '2026-10-01', reason: 'Reviewed' };
  expect(tenancySays(tenancyEventOf('CautionaryAlertEndedEvent', ended))).toMatchObject([
    {
      type: 'housing.flag.withdrawn.v1',
      happened: { at: '2026-10-12T10:15:30.123Z' },
      data: { code: 'do-not-visit-alone', localReference: 'a-1', reason: { text: 'Reviewed' } },
    },
  ]);
});

it('is no news where it is the hub’s own coming back', () => {
  const own = tenancyEventOf('CautionaryAlertUpdatedEvent', { code: 'CV', mmhid: 'mr-b' }, undefined, {
    sourceSystem: 'Lintel',
  });
  expect(tenancySays(own)).toEqual([]);
});

describe('an alert that says of itself that it is over', () => {
  const alert = { code: 'CV', ...everything, reason: 'Threatened at the door' };

  it.each([
    { isActive: false, endDate: '2021-01-01' },
    { isActive: false },
    { endDate: '2021-01-01' },
    { endDate: '03/04/2021' },
  ])('is no warning, also where it is announced as created: %o', own => {
    const hub = memoryHub();
    const drafts = raised({ ...alert, startDate: '2020-06-01', ...own });
    expect(drafts.map(({ type }) => type)).toEqual(['housing.flag.asserted.v1', 'housing.flag.withdrawn.v1']);
    const events = drafts.map(({ type, data, happened }) =>
      eventOf({ type, data, at: happened.at, system: 'tenancy', persons: [mrB] }),
    );
    for (const order of [events, events.toReversed()]) hub.hear(order, instant('2026-10-13T09:00:00Z'));
    expect(hub.announcements).toEqual([]);
    expect(hub.stored(personSubject(mrB))?.timeline.size).toBe(2);
  });

  it('is taken back when that is said, so that an end dated back ends what was said before', () => {
    const [, taken] = raised({ ...alert, endDate: '2021-01-01' });
    expect(taken).toMatchObject({
      happened: { at: '2026-10-12T10:15:30.123Z' },
      data: { endedAt: '2021-01-01T00:00:00.000Z' },
    });
  });

  it.each(['2099-01-01', '11/10/2026'])(
    'stands while its end may be to come, and that is kept: %s',
    endDate => {
      const drafts = raised({ ...alert, endDate });
      expect(drafts).toMatchObject([
        { type: 'housing.flag.asserted.v1', data: { endsOn: expect.any(String) } },
      ]);
    },
  );
});
