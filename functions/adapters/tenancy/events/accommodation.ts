import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { type Reading, read, together } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import { formAt, formOf, type ProcessEvent, tenureOf } from './process-form.ts';

/** The state of an offer in which the household stays where it was offered to. */
const takenUp = 'TakenUp';

/** A household cannot stay at home and was offered somewhere else; it moves out when it takes that up. */
export function alternativeAccommodation(event: ProcessEvent): Reading<EventDraft[]> {
  if (event.eventType === 'ProcessStartedAgainstTenureEvent') return offered(event);
  if (event.eventType !== 'ProcessUpdatedEvent') return ended(event);
  return event.eventData.newData.currentState?.state === takenUp ? movedOut(event) : read([]);
}

/** A household moved out for a time, for works: it was offered nothing that it could have refused. */
export function temporaryMove(event: ProcessEvent): Reading<EventDraft[]> {
  if (event.eventType === 'ProcessUpdatedEvent') return read([]);
  return event.eventType === 'ProcessStartedAgainstTenureEvent' ? movedOut(event) : ended(event);
}

function stayOf(event: ProcessEvent) {
  const { reason, hazardReference } = formOf(event) ?? {};
  return readAs(tenureOf(event), ({ about, tenancyReference }) => ({
    about,
    data: { tenancyReference, accommodationReference: event.entityId, reason, hazardReference },
  }));
}

function offered(event: ProcessEvent): Reading<EventDraft[]> {
  const note = formOf(event)?.note;
  return readAs(stayOf(event), ({ about, data }) => [
    {
      ...about,
      ...eventContent('housing.tenancy.accommodation-offered.v1', {
        ...data,
        note: note === undefined ? undefined : { text: note, classification: 'personal' as const },
      }),
    },
  ]);
}

function movedOut(event: ProcessEvent): Reading<EventDraft[]> {
  return readAs(stayOf(event), ({ about, data }) => [
    { ...about, ...eventContent('housing.tenancy.accommodation-taken-up.v1', data) },
  ]);
}

function ended(event: ProcessEvent): Reading<EventDraft[]> {
  const outcome = needed(formOf(event)?.outcome, `${formAt}/outcome`, 'the outcome, such as “Returned home”');
  return readAs(together({ stay: stayOf(event), outcome }), ({ stay: { about, data }, outcome: was }) => [
    { ...about, ...eventContent('housing.tenancy.accommodation-ended.v1', { ...data, outcome: was }) },
  ]);
}
