import * as z from 'zod';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { wholePersonKeyField } from '../kit/person-key.ts';
import { tidied } from '../kit/tidied.ts';
import { unknownKind } from '../kit/unknown-kind.ts';
import { momentField, textField } from '../kit/vendor-fields.ts';
import * as part from './vendor-parts.ts';

const envelopeShape = {
  id: z.string().trim().min(1).max(100),
  sourceSystem: textField(100),
  version: z.literal('v1'),
  correlationId: textField(100),
  dateTime: momentField,
  user: z.object({ id: textField(80), email: textField(80) }).optional(),
  entityId: localReferenceSchema,
};

/** The hub asks nobody: what an event is about has to be in it. */
const newDataNeeded = {
  error: 'the event names something and says nothing about it: eventData.newData is needed',
};

function event<T extends string, D extends z.ZodRawShape>(eventType: T, data: D) {
  return z.object({
    ...envelopeShape,
    eventType: z.literal(eventType),
    eventData: z.object(data, newDataNeeded),
  });
}

/** An event whose entity is a person. */
function personEvent<T extends string>(eventType: T) {
  return event(eventType, { newData: part.personSchema }).extend({ entityId: wholePersonKeyField });
}

/** An alert says itself whom or what it is about: its entity may be nobody. */
function alertEvent<T extends string>(eventType: T) {
  return event(eventType, { newData: part.alertSchema }).extend({
    entityId: localReferenceSchema.optional(),
  });
}

const household = {
  newData: part.householdSchema.extend({ tenuredAsset: part.assetSchema.optional() }),
  oldData: part.householdSchema,
};

const events = [
  event('TenureCreatedEvent', { newData: part.tenureSchema }),
  event('TenureUpdatedEvent', {
    newData: part.updatedTenureSchema,
    oldData: part.earlierTenureSchema.optional(),
  }),
  event('PersonAddedToTenureEvent', household),
  event('PersonRemovedFromTenureEvent', household),
  personEvent('PersonCreatedEvent'),
  personEvent('PersonUpdatedEvent'),
  event('NoteCreatedAgainstAssetEvent', { newData: part.noteSchema }),
  event('NoteCreatedAgainstTenureEvent', { newData: part.noteSchema }),
  event('NoteCreatedAgainstPersonEvent', { newData: part.personNoteSchema }),
  event('ProcessStartedAgainstTenureEvent', { newData: part.processSchema }),
  event('ProcessUpdatedEvent', { newData: part.processSchema }),
  event('ProcessClosedEvent', { newData: part.processSchema }),
  event('ProcessCompletedEvent', { newData: part.processSchema }),
  alertEvent('CautionaryAlertCreatedEvent'),
  alertEvent('CautionaryAlertUpdatedEvent'),
  alertEvent('CautionaryAlertEndedEvent'),
] as const;

const knownEvents = events.map(known => known.shape.eventType.value);

/** One event in the system's envelope. */
export const envelopeSchema = z.preprocess(
  envelope => tidied(envelope),
  z.discriminatedUnion('eventType', events, unknownKind('eventType', knownEvents)),
);
export type TenancyEvent = z.output<typeof envelopeSchema>;
export type TenancyEventOf<T extends TenancyEvent['eventType']> = Extract<TenancyEvent, { eventType: T }>;

/** One envelope, or an array of them. */
export function itemsOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) ? document : [document];
}
