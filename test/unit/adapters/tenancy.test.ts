import { describe, expect, it, test } from 'vitest';
import { adapter } from '../../../functions/adapters/tenancy/adapter.ts';
import {
  flat7,
  pathsOf,
  tenancyEventOf,
  tenancyRefuses,
  tenancySays,
  tenure,
  typesOf,
} from '../../support/tenancy-events.ts';

describe('the envelope', () => {
  const event = tenancyEventOf('TenureCreatedEvent', tenure);

  it('may come bare or in an array', () => {
    expect(adapter.itemsOf(event)).toEqual([event]);
    expect(adapter.itemsOf([event, event])).toEqual([event, event]);
    expect(tenancyRefuses('not json')).toMatchObject([{ path: '' }]);
  });

  it('gives the vendor’s own ids, and the time to the millisecond', () => {
    expect(
      tenancySays(
        tenancyEventOf('TenureUpdatedEvent', { endOfTenureDate: '2026-10-12', householdMembers: [] }),
      ),
    ).toMatchObject([
      {
        vendorEventId: '8e648f3d-0000-4000-8000-00000000000s',
        vendorCorrelationId: 'f4d541d0-0000-4000-8000-000000000001',
      },
    ]);
    expect(tenancySays(tenancyEventOf('PersonUpdatedEvent', { surname: 'Example' }))).toMatchObject([
      { happened: { at: '2026-10-12T10:15:30.123Z', basis: 'offset' } },
    ]);
  });

  it('is refused by name where the event is not known, and where the version is another', () => {
    expect(tenancyRefuses(tenancyEventOf('AccountCreatedEvent', {}))[0]?.message).toMatch(
      /^“AccountCreatedEvent” is not known: /,
    );
    expect(pathsOf({ ...event, version: 'v2' })).toEqual(['/version']);
  });

  test.each(['PersonCreatedEvent', 'TenureCreatedEvent', 'CautionaryAlertCreatedEvent'])(
    'of %s is refused where it says nothing',
    eventType => {
      const [problem] = tenancyRefuses(tenancyEventOf(eventType));
      expect(problem).toMatchObject({
        path: '/eventData',
        message: expect.stringContaining('eventData.newData is needed'),
      });
    },
  );
});

describe('a person', () => {
  it('has a name and a date of birth, which is a day in London', () => {
    const details = {
      firstName: 'Bertram',
      middleName: ' ',
      surname: 'Example',
      dateOfBirth: '1971-07-03T23:00:00Z',
    };
    expect(
      tenancySays(tenancyEventOf('PersonCreatedEvent', details, undefined, { entityId: 'mr-b' })),
    ).toMatchObject([
      {
        persons: ['tenancy:mr-b'],
        data: { person: 'tenancy:mr-b', name: 'Bertram Example', dateOfBirth: '1971-07-04' },
      },
    ]);
    expect(pathsOf(tenancyEventOf('PersonUpdatedEvent', { dateOfBirth: '1971-07-03' }))).toEqual([
      '/eventData/newData/firstName',
    ]);
    expect(
      pathsOf(tenancyEventOf('PersonUpdatedEvent', { surname: 'B' }, undefined, { entityId: 'mr b' })),
    ).toEqual(['/entityId']);
  });
});

describe('a note', () => {
  const note = {
    title: 'Called',
    description: 'No answer',
    targetId: 'asset-7',
    categorisation: { category: 'Access', subCategory: 'Phone call' },
  };

  it('is a contact with the household of the home, the tenure or the person that it is on', () => {
    expect(tenancySays(tenancyEventOf('NoteCreatedAgainstAssetEvent', note))).toMatchObject([
      {
        home: { reference: 'asset-7' },
        data: { channel: 'call', about: 'Access: Phone call', note: { text: 'Called\nNo answer' } },
      },
    ]);
    const [onPerson] = tenancySays(
      tenancyEventOf('NoteCreatedAgainstPersonEvent', { ...note, targetId: 'mr-b' }),
    );
    expect(onPerson).toMatchObject({ persons: ['tenancy:mr-b'] });
    expect(onPerson).not.toHaveProperty('home');
    expect(
      tenancySays(
        tenancyEventOf('NoteCreatedAgainstPersonEvent', { ...note, targetId: 'mr-b', tenuredAsset: flat7 }),
      ),
    ).toMatchObject([{ home: { uprn: '200000471107' } }]);
  });

  test.each([
    ['Home visit', 'visit'],
    ['Letter', 'letter'],
    ['E-mail', 'other'],
    ['constructor', 'other'],
    [undefined, 'other'],
  ])('of category %s came by %s', (category, channel) => {
    expect(
      tenancySays(tenancyEventOf('NoteCreatedAgainstTenureEvent', { ...note, categorisation: { category } })),
    ).toMatchObject([{ data: { channel } }]);
  });

  it('says something', () => {
    expect(
      pathsOf(tenancyEventOf('NoteCreatedAgainstAssetEvent', { targetId: 'asset-7', title: ' ' })),
    ).toEqual(['/eventData/newData/description']);
  });
});

describe('a process', () => {
  const processOf = (fields: object, formData: object = {}) => ({
    processName: 'tenancyenforcement',
    targetId: 'tenure-7b',
    targetType: 'tenure',
    relatedEntities: [{ id: 'asset-7', targetType: 'asset' }],
    currentState: { processData: { formData } },
    ...fields,
  });
  const started = 'ProcessStartedAgainstTenureEvent';

  it('of tenancy enforcement is opened and closed', () => {
    expect(
      tenancySays(
        tenancyEventOf(started, processOf({}, { ground: 'Access refused' }), undefined, {
          entityId: 'enf-1',
        }),
      ),
    ).toMatchObject([
      {
        home: { reference: 'asset-7' },
        data: { tenancyReference: 'tenure-7b', enforcementReference: 'enf-1', ground: 'Access refused' },
      },
    ]);
    expect(typesOf(tenancyEventOf('ProcessClosedEvent', processOf({}, { outcome: 'Access given' })))).toEqual(
      ['tenancy.enforcement-closed'],
    );
    expect(pathsOf(tenancyEventOf(started, processOf({ targetType: 'person' })))).toEqual([
      '/eventData/newData/targetType',
      '/eventData/newData/currentState/processData/formData/ground',
    ]);
  });

  it('that concerns no other team gives no event, and one that is not known is refused by name', () => {
    expect(typesOf(tenancyEventOf(started, processOf({ processName: 'changeofname' })))).toEqual([]);
    expect(tenancyRefuses(tenancyEventOf(started, processOf({ processName: 'valueOf' })))).toMatchObject([
      { path: '/eventData/newData/processName', received: 'valueOf' },
    ]);
  });
});
