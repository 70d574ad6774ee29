import { expect, it } from 'vitest';
import { outbound } from '../../../functions/adapters/repairs/outbound.ts';
import { announcement, contextOf } from '../../support/announcements.ts';

const context = contextOf('repairs', { '200000471104': '00047104', '200000471107': '00047107' });
const told = (...given: Parameters<typeof announcement>) => outbound(announcement(...given), context).body;

it('says a flag on a home as an alert regarding a location, by the system’s own reference', () => {
  expect(told('raised', { code: 'asbestos', places: ['200000471104'] })).toEqual({
    messageType: 'AlertRegardingLocation',
    messageId: '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11',
    reference: [{ id: 'asbestos~property~200000471104', allocatedBy: 'lintel' }],
    action: 'raised',
    version: 3,
    type: '10',
    severity: 'high',
    comments: 'HIGH, asbestos: Read the asbestos register before any drilling or stripping.',
    sharedCode: 'asbestos',
    sitePropertyUnit: [
      {
        reference: [
          { id: '00047104', allocatedBy: 'repairs' },
          { id: '200000471104', allocatedBy: 'UPRN' },
        ],
      },
    ],
    noLongerAt: [],
    statusCode: 'confirmed',
    since: '2025-07-14T23:30:00.000Z',
    eventTime: '2025-08-01T15:00:00.000Z',
    reviewDue: '2025-07-21',
    heardFrom: ['leaks', 'tenancy'],
  });
});

it('says a flag on a person as an alert regarding a person, wherever they live now', () => {
  expect(
    told('changed', { code: 'do-not-visit-alone', places: ['200000471202'] }, ['200000471107']),
  ).toMatchObject({
    messageType: 'AlertRegardingPerson',
    action: 'changed',
    type: '10',
    customer: { reference: [{ id: 'mr-b', allocatedBy: 'tenancy' }] },
    sitePropertyUnit: [{ reference: [{ id: '200000471202', allocatedBy: 'UPRN' }] }],
    noLongerAt: [{ reference: [{ id: '00047107' }, { id: '200000471107' }] }],
  });
});

it('has “other, see comments” for a flag that HACT has no code for, and tells the instruction and nothing else', () => {
  const body = told('cleared', {
    code: 'active-leak',
    places: ['200000471104'],
    because: { rule: 'leak', ruleVersion: 1, events: [] },
  });
  expect(body).toMatchObject({ action: 'cleared', type: '1', sharedCode: 'active-leak' });
  expect(body).not.toHaveProperty('because');
});
