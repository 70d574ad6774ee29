import { expect, it } from 'vitest';
import { announceAgain, announceClearance } from '../../../../functions/core/delivery/correction.ts';
import { eventSchema } from '../../../../schemas/catalogue.ts';
import { cleared, raised } from '../../../integration/support/flag-events.ts';
import { instant } from '../../../support/events.ts';

const at = instant('2025-06-02T07:41:00Z');

it('is the event that was announced, with its id, where the system never had the flag', () => {
  const announced = raised('asbestos', 4);
  expect(announceAgain('missing', announced.data.flag)).toEqual(announced);
  expect(announceAgain('stale', announced.data.flag)).toMatchObject({
    type: 'housing.flag.changed.v1',
    data: { flag: announced.data.flag },
  });
});

it('clears by the id alone, as the clearance of that version did', () => {
  const announced = cleared('asbestos', 5);
  const again = announceClearance(announced.data.flag.id, 5, at);
  expect(again?.id).toBe(announced.id);
  expect(eventSchema.parse(again)).toEqual(again);
});

it('shows where the flag was, by whose word nobody says, and of which tenancy it was', () => {
  const id = 'termination-requested~property~200000471104~T-7';
  expect(announceClearance(id, 2, at)?.data.flag).toMatchObject({
    code: 'termination-requested',
    tenancyReference: 'T-7',
    places: ['200000471104'],
    sources: [],
  });
  expect(announceClearance('asbestos~property~200000471104', 2, at)?.data.flag).not.toHaveProperty(
    'tenancyReference',
  );
});

it('clears what follows a person too: by its id, it shows nowhere', () => {
  const id = 'do-not-visit-alone~person~tenancy.3a7d1f3c1e';
  expect(eventSchema.parse(announceClearance(id, 2, at)).data).toMatchObject({
    flag: { id, places: [], version: 2 },
  });
});

it('clears nothing that is no flag, and nothing of a subject that the hub never heard of', () => {
  expect(announceClearance('OLD-WARNING-17', 2, at)).toBeUndefined();
  expect(announceClearance(raised('asbestos', 4).data.flag.id, 0, at)).toBeUndefined();
});
