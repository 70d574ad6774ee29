import type { EventDraft, HappenedAt, Translation } from '../contract.ts';
import { type Reading, read, together } from '../kit/reading.ts';
import { inOrder, translationOf } from '../kit/readings.ts';
import { alertEvents } from './alerts.ts';
import { jobOf } from './job.ts';
import { statusEvents, statusOf, updatedAt } from './statuses/statuses.ts';
import type { MessageOf, RepairsMessage } from './vendor.ts';
import { raiseRepair, scheduleRepair } from './work-order.ts';
import { workOrderComplete } from './work-order-complete.ts';

/**
 * A HACT message as shared events.
 * @param heard when the hub heard it: the time of a message that bears none
 * @returns a problem for every code that is not known and for everything that is missing; never a guess.
 */
export function inbound(message: RepairsMessage, heard?: HappenedAt): Translation {
  return translationOf(eventsOf(message, heard));
}

function eventsOf(message: RepairsMessage, heard: HappenedAt | undefined): Reading<EventDraft[]> {
  switch (message.messageType) {
    case 'RaiseRepair':
      return raiseRepair(message, heard);
    case 'ScheduleRepair':
      return scheduleRepair(message, heard);
    case 'JobStatusUpdate':
      return jobStatusUpdate(message, heard);
    case 'WorkOrderComplete':
      return workOrderComplete(message, heard);
  }
}

function jobStatusUpdate(
  message: MessageOf<'JobStatusUpdate'>,
  heard: HappenedAt | undefined,
): Reading<EventDraft[]> {
  const job = jobOf(message, {
    happened: updatedAt(message, heard, ''),
    workOrderReference: read(message.relatedWorkOrderReference.id),
    raises: false,
  });
  const known = together({ job, status: statusOf(message, '') });
  return known.ok
    ? inOrder<EventDraft>([statusEvents(known.value.job, message, ''), alertEvents(message, known.value.job)])
    : known;
}
