import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { meaningOf } from '../../kit/meaning.ts';
import { present } from '../../kit/present.ts';
import { type Reading, read, together } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import { baseOf, homeOf } from '../base.ts';
import type { TenancyEventOf } from '../vendor.ts';

type ProcessEvent = TenancyEventOf<
  'ProcessStartedAgainstTenureEvent' | 'ProcessClosedEvent' | 'ProcessCompletedEvent'
>;

/** Changing a name or a sole tenancy to a joint one concerns no other team until the person or the tenure changes. */
const processes = {
  tenancyenforcement: 'enforcement',
  soletojoint: 'elsewhere',
  changeofname: 'elsewhere',
} as const;

/** Tenancy enforcement took a case up or closed it. */
export function enforcement(event: ProcessEvent): Reading<EventDraft[]> {
  const path = '/eventData/newData/processName';
  const which = meaningOf(processes, event.eventData.newData.processName, path);
  if (!which.ok) return which;
  if (which.value === 'elsewhere') return read([]);
  return event.eventType === 'ProcessStartedAgainstTenureEvent' ? opened(event) : closed(event);
}

const formAt = '/eventData/newData/currentState/processData/formData';

function formOf(event: ProcessEvent) {
  return event.eventData.newData.currentState?.processData?.formData;
}

/** The case, the tenure that it is about and the home of that, which a process names among its related entities. */
function caseOf(event: ProcessEvent) {
  const { targetId, targetType, relatedEntities } = event.eventData.newData;
  const related = (type: string) => relatedEntities.find(entity => entity.targetType === type)?.id;
  const tenure = targetType === 'tenure' ? targetId : related('tenure');
  const expected = 'targetType tenure, or a related entity that is one';
  return readAs(needed(tenure, '/eventData/newData/targetType', expected), tenancyReference => {
    const home = homeOf(present({ id: related('asset') }), tenancyReference);
    return {
      about: { ...baseOf(event), home },
      data: { tenancyReference, enforcementReference: event.entityId },
    };
  });
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
