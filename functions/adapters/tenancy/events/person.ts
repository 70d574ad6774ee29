import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { londonDate } from '../../kit/london-date.ts';
import type { Reading } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import { baseOf, personOf } from '../base.ts';
import type { TenancyEventOf } from '../vendor.ts';

/** A person's name and date of birth. An update has to give the whole name: half of one would replace it. */
export function personDetails(
  event: TenancyEventOf<'PersonCreatedEvent' | 'PersonUpdatedEvent'>,
): Reading<EventDraft[]> {
  const { firstName, firstname, middleName, surname, dateOfBirth } = event.eventData.newData;
  const name = [firstName ?? firstname, middleName, surname].filter(part => part !== undefined).join(' ');
  const person = personOf(event.entityId);
  return readAs(
    needed(name || undefined, '/eventData/newData/firstName', 'firstName, surname or both'),
    whole => [
      {
        ...baseOf(event),
        persons: [person],
        ...eventContent('housing.person.details-recorded.v1', {
          person,
          name: whole,
          dateOfBirth: dateOfBirth === undefined ? undefined : londonDate(dateOfBirth.at),
        }),
      },
    ],
  );
}
