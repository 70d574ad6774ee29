import { expect, it, test } from 'vitest';
import { outbound } from '../../../functions/adapters/tenancy/outbound.ts';
import { flagDefinitions } from '../../../schemas/flags.ts';
import { announcement, contextOf } from '../../support/announcements.ts';
import { tenancySays } from '../../support/tenancy-events.ts';

const context = contextOf('tenancy', { '200000471104': 'asset-4', '200000471107': 'asset-7' });
const told = (...given: Parameters<typeof announcement>) => outbound(announcement(...given), context).body;

it('says a flag in the system’s own envelope, on the person that it keeps', () => {
  expect(told('raised', { code: 'do-not-visit-alone', places: ['200000471107'] })).toEqual({
    id: '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11',
    eventType: 'CautionaryAlertCreatedEvent',
    sourceDomain: 'CautionaryAlert',
    sourceSystem: 'Lintel',
    version: 'v1',
    correlationId: '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11',
    dateTime: '2025-08-01T15:00:00.000Z',
    user: { name: 'Lintel' },
    entityId: 'mr-b',
    eventData: {
      newData: {
        alertId: 'do-not-visit-alone~person~tenancy.3amr-b',
        version: 3,
        code: 'CV',
        sharedCode: 'do-not-visit-alone',
        severity: 'critical',
        description: 'CRITICAL, do not visit alone: Visit in pairs. Never go alone.',
        instruction: 'Visit in pairs. Never go alone.',
        isActive: true,
        startDate: '2025-07-14T23:30:00.000Z',
        status: 'Confirmed',
        reviewDate: '2025-07-21',
        about: 'person/tenancy:mr-b',
        mmhid: 'mr-b',
        assets: [{ assetId: 'asset-7', uprn: '200000471107' }],
        noLongerAt: [],
        heardFrom: ['leaks', 'tenancy'],
      },
    },
  });
});

it('says where a flag has moved to and what it has left', () => {
  expect(told('changed', { code: 'verbal-abuse', places: ['200000471202'] }, ['200000471107'])).toMatchObject(
    {
      eventType: 'CautionaryAlertUpdatedEvent',
      eventData: {
        newData: { code: 'VA', assets: [{ uprn: '200000471202' }], noLongerAt: [{ assetId: 'asset-7' }] },
      },
    },
  );
});

it('says a flag on a home by the asset’s id, with the word agreed where the system has none', () => {
  expect(told('cleared', { code: 'active-leak', places: ['200000471104'] })).toMatchObject({
    eventType: 'CautionaryAlertEndedEvent',
    entityId: 'asset-4',
    eventData: { newData: { code: 'LEAK', isActive: false, endDate: '2025-08-01T15:00:00.000Z' } },
  });
  expect(told('raised', { code: 'active-leak', places: [] })).toMatchObject({
    entityId: 'active-leak~property~200000471104',
  });
});

test.each(flagDefinitions)('knows its own news when it comes back: $code', ({ code }) => {
  for (const action of ['raised', 'changed', 'cleared'] as const) {
    expect(tenancySays(told(action, { code, places: ['200000471107'] }))).toEqual([]);
  }
});
