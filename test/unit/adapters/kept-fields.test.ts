import { describe, expect, it, test } from 'vitest';
import { effectsOf } from '../../../functions/core/record/effects.ts';
import { propertySubject } from '../../../schemas/reference.ts';
import { said } from '../../support/case-entries.ts';
import { eventOf, flat4 } from '../../support/events.ts';
import {
  raiseRepairOf,
  repairsSays,
  statusUpdateOf,
  workOrderCompleteOf,
} from '../../support/hact-messages.ts';
import { rowOf, translated } from '../../support/leak-rows.ts';
import { tenancyEventOf, tenancySays } from '../../support/tenancy-events.ts';

const other = (otherType: string, fields: object = {}) =>
  statusUpdateOf({ typeCode: '0', otherType, ...fields });

describe('of a repair is kept', () => {
  it('when it was reported beside when it was raised, and that it was raised as damp and mould', () => {
    const [raised] = repairsSays(
      raiseRepairOf({ dateReported: '2025-05-30T10:00:00', isAwaabsDampAndMouldRepair: true }),
    );
    expect(raised).toMatchObject({
      happened: { at: '2025-06-02T08:05:00.000Z' },
      data: { reportedAt: '2025-05-30T09:00:00.000Z', awaabsLaw: true },
    });
  });

  it('that what follows on is an emergency', () => {
    const closing = [{ typeCode: '0', otherType: 'complete' }];
    const followOnRequest = { isEmergency: true, requiredFollowOnTrades: ['Electrical'] };
    expect(repairsSays(workOrderCompleteOf(closing, { followOnRequest })).at(-1)).toMatchObject({
      type: 'housing.repair.follow-on-required.v1',
      data: { emergency: true },
    });
  });

  it('by which channel the customer was tried, and whose fault it was', () => {
    const attempted = { customerCommunicationChannelAttempted: { channel: { medium: 'Phone' } } };
    const noAccess = statusUpdateOf({ typeCode: '70', ...attempted, fault: 'landlord' });
    expect(repairsSays(noAccess)).toMatchObject([
      { data: { inPerson: false, channel: 'call', fault: 'landlord' } },
    ]);
  });

  it('who moved an appointment; of one that was only rebooked, that nobody knows', () => {
    expect(repairsSays(other('rebookedByContractor', { fault: 'contractor' }))).toMatchObject([
      { data: { askedBy: 'contractor', fault: 'contractor' } },
    ]);
    const [rebooked] = repairsSays(other('rebooked', { comments: 'We had no van' }));
    expect(rebooked).toMatchObject({ data: { askedBy: 'unknown' } });
    expect(rebooked?.data).not.toHaveProperty('fault');
  });
});

describe('of a visit that was rebooked is kept who moved it', () => {
  test.each([
    ['Rebooked', 'rebooked', 'unknown'],
    ['Rebooked by resident', 'rebooked-by-resident', 'resident'],
    ['Rebooked by us', 'rebooked', 'landlord'],
    ['Rebooked by contractor', 'rebooked', 'contractor'],
  ])('%s', (wording, outcome, party) => {
    const [attempt] = translated(rowOf({ 'What happened': wording, Notes: 'we had no van' }));
    expect(attempt).toMatchObject({ data: { outcome, party } });
    expect(attempt?.data).not.toHaveProperty('fault');
  });

  it('and whose fault it was, where the row says so', () => {
    const [attempt] = translated(rowOf({ 'What happened': 'Rebooked', 'Whose fault': 'Us' }));
    expect(attempt).toMatchObject({ data: { fault: 'landlord' } });
  });

  it('and it is no missed access of the resident’s', () => {
    const [draft] = translated(rowOf({ 'What happened': 'Rebooked', Notes: 'we had no van' }));
    if (draft?.type !== 'housing.visit.access-attempted.v1') throw new Error('no attempt');
    const event = eventOf({
      type: draft.type,
      data: draft.data,
      at: '2025-06-02T08:00:00Z',
      system: 'leaks',
      home: flat4,
    });
    expect(effectsOf(event, { subject: propertySubject(flat4), role: 'home' })).toEqual({});
  });
});

describe('of a tenancy is kept', () => {
  const member = { id: 'mrs-a', fullName: 'Mrs Ada Example', isResponsible: true, dateOfBirth: '1951-04-02' };
  const tenure = (tenureType: object) =>
    tenancySays(
      tenancyEventOf('TenureCreatedEvent', {
        ...{ tenureType, startOfTenureDate: '2024-04-01', tenuredAsset: { id: 'asset-7' } },
        householdMembers: [member],
      }),
    );

  it('the tenure as a code, its own system’s code and words beside it', () => {
    expect(tenure({ code: 'TEM', description: 'Temp Hostel Lse' })[0]).toMatchObject({
      data: { tenure: 'Temp Hostel Lse', tenureCode: 'TEM', tenureKind: 'temporary' },
    });
    expect(tenure({ description: 'Non-secure licence' })[0]).toMatchObject({
      data: { tenureKind: 'non-secure' },
    });
    expect(tenure({ code: 'SMW', description: 'Small works' })[0]?.data).not.toHaveProperty('tenureKind');
  });

  it('what its members are called, on the person and nowhere else', () => {
    const [started, details] = tenure({ code: 'SEC', description: 'Secure' });
    expect(JSON.stringify(started)).not.toContain('Ada');
    expect(details).toMatchObject({
      type: 'housing.person.details-recorded.v1',
      persons: ['tenancy:mrs-a'],
      data: { name: 'Mrs Ada Example', dateOfBirth: '1951-04-02' },
    });
    expect(details).not.toHaveProperty('home');
  });
});

describe('of a contact is kept who got in touch with whom, and whether both spoke', () => {
  const note = (category: string, subCategory: string) =>
    tenancySays(
      tenancyEventOf('NoteCreatedAgainstTenureEvent', {
        ...{
          targetId: 'tenure-7b',
          description: 'About the leak',
          categorisation: { category, subCategory },
        },
      }),
    )[0]?.data;

  test.each([
    ['Incoming call', 'Spoke to tenant', { channel: 'call', direction: 'in', twoWay: true }],
    ['Call out', 'No reply', { channel: 'call', direction: 'out', twoWay: false }],
    ['Outbound letter', '', { channel: 'letter', direction: 'out' }],
  ])('%s: %s', (category, subCategory, kept) => {
    expect(note(category, subCategory)).toMatchObject(kept);
  });

  it('and nothing where the note does not say', () => {
    expect(note('Call', 'Rent')).not.toHaveProperty('direction');
    expect(note('Call', 'Rent')).not.toHaveProperty('twoWay');
  });
});

it('of a complaint is kept who decided each stage', () => {
  const entry = { event: 'responded', stage: 1, decision: 'upheld', decidedBy: 'P. Owens' };
  expect(said(entry)[0]).toMatchObject({ data: { decidedBy: 'P. Owens' } });
});
