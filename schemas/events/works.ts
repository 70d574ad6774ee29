import { defineEvent } from '../event-definition.ts';
import { phraseSchema } from '../parts.ts';
import { instantSchema, localReferenceSchema } from '../reference.ts';

const works = { workOrderReference: localReferenceSchema };
const reaches = ['home'] as const;

export const worksEvents = [
  defineEvent({
    type: 'housing.works.planned.v1',
    title: 'Planned or preventative works were programmed for a home or a block',
    classification: 'operational',
    reaches,
    data: { ...works, works: phraseSchema, from: instantSchema.optional() },
  }),
  defineEvent({
    type: 'housing.works.completed.v1',
    title: 'Planned works were completed',
    classification: 'operational',
    reaches,
    data: works,
  }),
] as const;
