import { expect, it } from 'vitest';
import { cloudEvent } from '../../../../functions/delivery/deliver/cloud-event.ts';
import { eventSchema } from '../../../../schemas/catalogue.ts';
import { announcement, contextOf } from '../../../support/announcements.ts';

const [flat4, flat5, flat7] = ['200000471104', '200000471105', '200000471107'];
const context = contextOf('lifts', { [flat4]: 'L-4', [flat7]: 'L-7' });

it('is the event itself, and beside it the system’s own reference of each home that it knows', () => {
  const event = announcement('changed', { code: 'asbestos', places: [flat4, flat5] }, [flat7]);
  expect(cloudEvent(event, context)).toEqual({
    contentType: 'application/cloudevents+json',
    body: {
      ...event,
      data: {
        ...event.data,
        references: [
          { uprn: flat4, reference: 'L-4' },
          { uprn: flat7, reference: 'L-7' },
        ],
      },
    },
  });
});

it('is still what the shared language says', () => {
  const { body } = cloudEvent(announcement('raised', { code: 'asbestos', places: [flat4] }), context);
  expect(eventSchema.safeParse(body).success).toBe(true);
});
