import { present } from '../../kit/present.ts';
import { needed, readAs } from '../../kit/readings.ts';
import { baseOf, homeOf } from '../base.ts';
import type { TenancyEventOf } from '../vendor.ts';

export type ProcessEvent = TenancyEventOf<
  'ProcessStartedAgainstTenureEvent' | 'ProcessUpdatedEvent' | 'ProcessClosedEvent' | 'ProcessCompletedEvent'
>;

/** Where in a message the form of a process stands. */
export const formAt = '/eventData/newData/currentState/processData/formData';

/** What somebody filled in at the state that a process is in. */
export function formOf(event: ProcessEvent) {
  return event.eventData.newData.currentState?.processData?.formData;
}

/** The tenure that a process is about and the home of that, which it names among its related entities. */
export function tenureOf(event: ProcessEvent) {
  const { targetId, targetType, relatedEntities } = event.eventData.newData;
  const related = (type: string) => relatedEntities.find(entity => entity.targetType === type)?.id;
  const tenure = targetType === 'tenure' ? targetId : related('tenure');
  const expected = 'targetType tenure, or a related entity that is one';
  return readAs(needed(tenure, '/eventData/newData/targetType', expected), tenancyReference => {
    const home = homeOf(present({ id: related('asset') }), tenancyReference);
    return { about: { ...baseOf(event), home }, tenancyReference };
  });
}
