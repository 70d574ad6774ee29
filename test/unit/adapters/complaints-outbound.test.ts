import { expect, it } from 'vitest';
import { outbound } from '../../../functions/adapters/complaints/outbound.ts';
import { announcement, contextOf } from '../../support/announcements.ts';

const context = contextOf('complaints', { '200000471104': '4 Larch House' });

it('says a flag as a warning of the case system', () => {
  const event = announcement('raised', {
    code: 'electrics-isolated',
    places: ['200000471104', '200000471105'],
  });
  expect(outbound(event, context)).toEqual({
    contentType: 'application/json',
    body: {
      warning: {
        reference: 'electrics-isolated~property~200000471104',
        action: 'raised',
        version: 3,
        marker: 'NO-ELECTRICS',
        severity: 'critical',
        instruction: 'Electrics are switched off for safety. Do not switch on; bring lighting.',
        status: 'confirmed',
        since: '2025-07-14T23:30:00.000Z',
        reviewOn: '2025-07-21',
        places: [{ property: '4 Larch House', uprn: '200000471104' }, { uprn: '200000471105' }],
        noLongerAt: [],
        sources: ['leaks', 'tenancy'],
        hubEventId: '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11',
        announcedAt: '2025-08-01T15:00:00.000Z',
      },
    },
  });
});

it('says which homes a moved flag has left', () => {
  const event = announcement('changed', { code: 'do-not-visit-alone', places: [] }, ['200000471104']);
  expect(outbound(event, context).body).toMatchObject({
    warning: { action: 'changed', places: [], noLongerAt: [{ property: '4 Larch House' }] },
  });
});

it('gives the instruction and never the reason', () => {
  const because = { rule: 'active-leak', ruleVersion: 1, events: [] };
  const event = announcement('raised', { code: 'active-leak', places: ['200000471104'], because });
  expect(JSON.stringify(outbound(event, context))).not.toContain('ruleVersion');
});
