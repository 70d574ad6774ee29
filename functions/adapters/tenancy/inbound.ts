import type { EventDraft, Translation } from '../contract.ts';
import type { Reading } from '../kit/reading.ts';
import { translationOf } from '../kit/readings.ts';
import { cautionaryAlert } from './events/alert.ts';
import { householdChanged } from './events/household.ts';
import { noteCreated } from './events/note.ts';
import { personDetails } from './events/person.ts';
import { processEvents } from './events/process.ts';
import { tenureCreated, tenureUpdated } from './events/tenure.ts';
import type { TenancyEvent } from './vendor.ts';

/**
 * An event of the tenancy system as shared events; none where it says nothing that concerns another team.
 * @returns a problem for every code that is not known and for everything that is missing; never a guess.
 */
export function inbound(event: TenancyEvent): Translation {
  return translationOf(eventsOf(event));
}

function eventsOf(event: TenancyEvent): Reading<EventDraft[]> {
  switch (event.eventType) {
    case 'TenureCreatedEvent':
      return tenureCreated(event);
    case 'TenureUpdatedEvent':
      return tenureUpdated(event);
    case 'PersonAddedToTenureEvent':
    case 'PersonRemovedFromTenureEvent':
      return householdChanged(event);
    case 'PersonCreatedEvent':
    case 'PersonUpdatedEvent':
      return personDetails(event);
    case 'NoteCreatedAgainstAssetEvent':
    case 'NoteCreatedAgainstTenureEvent':
    case 'NoteCreatedAgainstPersonEvent':
      return noteCreated(event);
    case 'ProcessStartedAgainstTenureEvent':
    case 'ProcessUpdatedEvent':
    case 'ProcessClosedEvent':
    case 'ProcessCompletedEvent':
      return processEvents(event);
    case 'CautionaryAlertCreatedEvent':
    case 'CautionaryAlertUpdatedEvent':
    case 'CautionaryAlertEndedEvent':
      return cautionaryAlert(event);
  }
}
