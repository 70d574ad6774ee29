import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { meaningOf } from '../../kit/meaning.ts';
import { type Reading, read, together } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import { alternativeAccommodation, temporaryMove } from './accommodation.ts';
import { formAt, formOf, type ProcessEvent, tenureOf } from './process-form.ts';

/** Tenancy enforcement took a case up or closed it; a household was offered somewhere else to stay, or moved out for a time. */
export function processEvents(event: ProcessEvent): Reading<EventDraft[]> {
  const path = '/eventData/newData/processName';
  const which = meaningOf(processes, event.eventData.newData.processName, path);
  return which.ok ? which.value(event) : which;
}

function enforcement(event: ProcessEvent): Reading<EventDraft[]> {
  if (event.eventType === 'ProcessUpdatedEvent') return read([]);
  return event.eventType === 'ProcessStartedAgainstTenureEvent' ? opened(event) : closed(event);
}

/** The enforcement case, of the tenure that it is about. */
function caseOf(event: ProcessEvent) {
  return readAs(tenureOf(event), ({ about, tenancyReference }) => ({
    about,
    data: { tenancyReference, enforcementReference: event.entityId },
  }));
}

function opened(event: ProcessEvent): Reading<EventDraft[]> {
  const form = formOf(event);
  const ground = needed(form?.ground, `${formAt}/ground`, 'the ground, such as “Access refused”');
  return readAs(together({ found: caseOf(event), ground }), ({ found: { about, data }, ground: on }) => [
    {
      ...about,
      ...eventContent('housing.tenancy.enforcement-opened.v1', {
        ...data,
        ground: on,
        note: form?.note === undefined ? undefined : { text: form.note, classification: 'personal' as const },
      }),
    },
  ]);
}

function closed(event: ProcessEvent): Reading<EventDraft[]> {
  const outcome = needed(formOf(event)?.outcome, `${formAt}/outcome`, 'the outcome, such as “Access given”');
  return readAs(together({ found: caseOf(event), outcome }), ({ found: { about, data }, outcome: was }) => [
    { ...about, ...eventContent('housing.tenancy.enforcement-closed.v1', { ...data, outcome: was }) },
  ]);
}

/** Changing a name or a sole tenancy to a joint one concerns no other team until the person or the tenure changes. */
const elsewhere = () => read<EventDraft[]>([]);

const processes: Readonly<Record<string, (event: ProcessEvent) => Reading<EventDraft[]>>> = {
  tenancyenforcement: enforcement,
  alternativeaccommodation: alternativeAccommodation,
  temporarymove: temporaryMove,
  soletojoint: elsewhere,
  changeofname: elsewhere,
};
