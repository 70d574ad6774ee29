import type { EventDraft, HappenedAt } from '../contract.ts';
import { type Reading, read, unread } from '../kit/reading.ts';
import { inOrder } from '../kit/readings.ts';
import { alertEvents } from './alerts.ts';
import { jobOf } from './job.ts';
import { followOnRequests } from './statuses/follow-on.ts';
import { isClosing, statusEvents, updatedAt } from './statuses/statuses.ts';
import type { MessageOf } from './vendor.ts';

/**
 * A closed work order. HACT's message has no time and no evidence of its own: both are in the update that closed it,
 * which says whether the work was completed, was cancelled, or was given up because nobody let the operative in.
 */
export function workOrderComplete(
  message: MessageOf<'WorkOrderComplete'>,
  heard: HappenedAt | undefined,
): Reading<EventDraft[]> {
  const last = message.jobStatusUpdates.findLastIndex(isClosing);
  const closing = message.jobStatusUpdates[last];
  if (closing === undefined) {
    return unread({
      path: '/jobStatusUpdates',
      message: 'No update says how the work order was closed',
      expected: 'typeCode 0 with otherType complete or cancel, or typeCode 70',
    });
  }
  const job = jobOf(message, {
    happened: updatedAt(closing, heard, `/jobStatusUpdates/${last}`),
    workOrderReference: read(message.workOrderReference.id),
    raises: false,
  });
  if (!job.ok) return job;
  const updates = message.jobStatusUpdates.map((update, index) => {
    const at = `/jobStatusUpdates/${index}`;
    const happened = updatedAt(update, heard, at);
    if (!happened.ok) return happened;
    return statusEvents(
      { ...job.value, base: { ...job.value.base, happened: happened.value } },
      { ...update, operativesAssigned: orElse(update.operativesAssigned, message.operativesUsed) },
      at,
    );
  });
  return inOrder<EventDraft>([
    ...updates,
    read(followOnRequests(job.value, message.followOnRequest)),
    alertEvents(message, job.value),
  ]);
}

function orElse<T>(list: T[], other: T[]): T[] {
  return list.length > 0 ? list : other;
}
