import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../../functions/adapters/contract.ts';
import { cameOutOfQuarantine, completeEvent } from '../../../../functions/core/envelope/complete-event.ts';
import { derivedId } from '../../../../functions/core/envelope/derived-id.ts';
import {
  mistakenSchema,
  ofPerson,
  saidBy,
  unconfirmed,
} from '../../../../functions/core/quarantine/mistaken-person.ts';
import { eventContent } from '../../../../schemas/event-content.ts';
import {
  type PersonReference,
  personReferenceSchema,
  systemNameSchema,
} from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';

const [knownAs, bea, adam] = ['repairs:CUST-77', 'tenancy:p-bea', 'tenancy:p-adam'].map(text =>
  personReferenceSchema.parse(text),
) as [PersonReference, PersonReference, PersonReference];
const at = instant('2025-06-02T09:00:00Z');

function said(more: object = {}, causedBy?: string) {
  const draft: EventDraft = {
    happened: { at, basis: 'offset' },
    persons: [bea],
    ...eventContent('housing.flag.asserted.v1', {
      ...{ code: 'hearing-support', localCode: '20-10', knownAs, knownAt: flat4 },
      ...more,
    }),
  };
  const completed = completeEvent(
    draft,
    0,
    {},
    { system: systemNameSchema.parse('repairs'), item: draft, heardAt: at, causedBy },
  );
  if (!completed.ok) throw new Error('The event is not of the catalogue');
  const { event } = mistakenSchema.parse({ event: completed.event, knownAs });
  return event;
}

describe('what was said of a person by a key', () => {
  it('is found in their timeline, and nothing else is', () => {
    const [one, other] = [said(), said({ knownAs: 'repairs:CUST-78' })];
    expect(saidBy(knownAs, [one, other, said({ knownAs: undefined })])).toEqual([one]);
    const takenBack = { ...one, type: 'housing.flag.withdrawn.v1' } as typeof one;
    expect(saidBy(knownAs, [one, takenBack])).toEqual([one, takenBack]);
    const known = eventOf({
      ...{ type: 'housing.person.identified.v1', at, persons: [bea], data: { person: bea, knownAs } },
    });
    expect(saidBy(knownAs, [known])).toEqual([]);
  });

  it('came out of quarantine where something there led to it', () => {
    expect(cameOutOfQuarantine(said())).toBe(false);
    expect(cameOutOfQuarantine(said({}, '0b1c0d6e-6f6c-5d8f-8b8c-2f1c7c6a3f10'))).toBe(true);
  });

  it('is of somebody at the home that was named, with its own dates, and the same each time', () => {
    const event = said();
    const moved = unconfirmed(event);
    expect(moved).toEqual(unconfirmed(event));
    expect(moved).toMatchObject({
      ...{ subject: `property/${flat4}`, partitionkey: flat4, time: at },
      data: { knownAs, subjects: [{ subject: `property/${flat4}`, role: 'home' }] },
    });
    expect(moved?.id).toBe(derivedId(event.id, 'unconfirmed'));
  });

  it('is of no home where none was named', () => {
    expect(unconfirmed(said({ knownAt: undefined }))).toBeUndefined();
  });

  it('is of the person whom the key is found to mean: other news for each time that it is learnt', () => {
    const [first, second] = ['first', 'second'].map(learnt => ofPerson(said(), adam, learnt));
    expect(first).toMatchObject({
      subject: 'person/tenancy:p-adam',
      data: { knownAs, knownAt: flat4, subjects: [{ subject: `person/${adam}`, role: 'person' }] },
    });
    expect(second?.id).not.toBe(first?.id);
  });
});
