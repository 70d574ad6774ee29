import { defineEvent } from '../event-definition.ts';

/** What officers alone say of homes. */
export const propertyDecisionEvents = [
  defineEvent({
    type: 'housing.property.unmatched.v1',
    title: 'The key by which a system’s news came here was forgotten: `corrects` names what no longer counts',
    classification: 'operational',
    reaches: ['home', 'source', 'block', 'person'],
    data: {},
  }),
] as const;
