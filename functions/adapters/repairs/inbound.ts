import type { EventDraft, Translation } from '../contract.ts';
import { type Reading, read, together } from '../kit/reading.ts';
import { inOrder, translationOf } from '../kit/readings.ts';
import { alertEvents } from './alerts.ts';
import { jobOf } from './job.ts';
import { statusEvents, statusOf } from './statuses/statuses.ts';
import type { MessageOf, RepairsMessage } from './vendor.ts';
import { raiseRepair, scheduleRepair } from './work-order.ts';
import { workOrderComplete } from './work-order-complete.ts';

/**
 * A HACT message as shared events.
 * @returns a problem for every code that is not known and for everything that is missing; never a guess.
 */
export function inbound(message: RepairsMessage): Translation {
  return translationOf(eventsOf(message));
}

function eventsOf(message: RepairsMessage): Reading<EventDraft[]> {
  switch (message.messageType) {
    case 'RaiseRepair':
      return raiseRepair(message);
    case 'ScheduleRepair':
      return scheduleRepair(message);
    case 'JobStatusUpdate':
      return jobStatusUpdate(message);
    case 'WorkOrderComplete':
      return workOrderComplete(message);
  }
}

function jobStatusUpdate(message: MessageOf<'JobStatusUpdate'>): Reading<EventDraft[]> {
  const job = jobOf(message, {
    happened: read(message.eventTime),
    workOrderReference: read(message.relatedWorkOrderReference.id),
    raises: false,
  });
  const known = together({ job, status: statusOf(message, '') });
  return known.ok
    ? inOrder<EventDraft>([statusEvents(known.value.job, message, ''), alertEvents(message, known.value.job)])
    : known;
}
