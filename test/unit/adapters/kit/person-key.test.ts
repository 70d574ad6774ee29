import { describe, expect, it, test } from 'vitest';
import { personKeyFrom } from '../../../../functions/adapters/kit/person-key.ts';
import { tenancies } from '../../../../functions/adapters/tenancy/tenancies.ts';
import { tenancyEventOf, tenancyRefuses, tenancySays } from '../../../support/tenancy-events.ts';

const nobody = [
  '00000000-0000-0000-0000-000000000000',
  '{00000000-0000-0000-0000-000000000000}',
  ...['0', '000', '', '   ', 'N/A', 'n/a', 'NA', 'None', 'NULL', 'unknown', '-'],
];

test.each(nobody)('“%s” is nobody', key => {
  expect(personKeyFrom(key)).toBeUndefined();
});

test.each(['00000000-0000-0000-0000-000000000007', '00047', 'CUST-0', 'Naomi', 'mr-b'])(
  '“%s” is somebody',
  key => {
    expect(personKeyFrom(` ${key} `)).toBe(key);
  },
);

describe('nobody, in the tenancy system', () => {
  it.each(nobody)('is no member of a household: “%s”', id => {
    const members = [{ id }, { id: 'mrs-a', isResponsible: true }];
    const tenure = {
      ...{ startOfTenureDate: '2025-06-02', tenureType: { code: 'SEC' }, householdMembers: members },
      tenuredAsset: { id: 'asset-7' },
    };
    expect(tenancySays(tenancyEventOf('TenureCreatedEvent', tenure))).toMatchObject([
      { persons: ['tenancy:mrs-a'], data: { household: [{ person: 'tenancy:mrs-a', responsible: true }] } },
    ]);
    expect(tenancies.rowSchema.parse({ ...row, tenants: `mrs-a; ${id}`, others: id })).toMatchObject({
      household: [{ person: 'tenancy:mrs-a', responsible: true }],
    });
  });

  it('has no name and no note', () => {
    for (const [type, newData] of [
      ['PersonCreatedEvent', { firstName: 'No', surname: 'Body' }],
      ['NoteCreatedAgainstPersonEvent', { targetId: '0', description: 'Rang' }],
    ] as const) {
      expect(
        tenancyRefuses(tenancyEventOf(type, newData, undefined, { entityId: '0' }))[0]?.message,
      ).toContain('nobody');
    }
  });
});

const row = { tenancy: 'T-7', reference: 'asset-7', tenure: 'Secure', start: '2025-06-02' };
