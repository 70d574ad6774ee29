import { expect, it } from 'vitest';
import { foldEvents } from '../../../../functions/core/record/fold.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';

const before = { subject: propertySubject(flat4), version: 0, record: undefined, flags: {}, rows: {} };
const suspectedBy = (system: string, at: string) =>
  eventOf({
    type: 'housing.hazard.suspected.v1',
    system,
    at,
    home: flat4,
    data: { hazard: 'damp-and-mould' },
  });

it('what three systems suspect of one home is one hazard, since the first of them said so', () => {
  const events = [
    suspectedBy('repairs', '2025-06-03T09:00:00Z'),
    suspectedBy('complaints', '2025-06-01T09:00:00Z'),
    suspectedBy('leaks', '2025-06-02T09:00:00Z'),
  ];
  const { record } = foldEvents(before, events, instant('2025-06-04T09:00:00Z'));
  expect(Object.values(record.openCases)).toMatchObject([
    {
      kind: 'hazard',
      reference: 'damp-and-mould',
      system: 'complaints',
      openedAt: '2025-06-01T09:00:00.000Z',
    },
  ]);
});

it('one system finds that there is none: it is over for all', () => {
  const found = eventOf({
    type: 'housing.hazard.investigated.v1',
    system: 'repairs',
    at: '2025-06-05T09:00:00Z',
    home: flat4,
    data: { hazard: 'damp-and-mould', result: 'none' },
  });
  const events = [suspectedBy('leaks', '2025-06-02T09:00:00Z'), found];
  expect(foldEvents(before, events, instant('2025-06-06T09:00:00Z')).record.openCases).toEqual({});
});
