import { eventContent } from '../../../schemas/event-content.ts';
import type { EventDraft, HappenedAt } from '../contract.ts';
import { type Reading, read, together, unread } from '../kit/reading.ts';
import { needed, readAs } from '../kit/readings.ts';
import { readAlerts } from './alerts.ts';
import { type Job, jobOf } from './job.ts';
import { readRaising, worksIn } from './raised.ts';
import type { MessageOf, WorkOrderMessage } from './vendor.ts';
import { operativesOf } from './wording.ts';

/** A RaiseRepair: the work order was raised, and its alerts assert flags. */
export function raiseRepair(
  message: MessageOf<'RaiseRepair'>,
  heard: HappenedAt | undefined,
): Reading<EventDraft[]> {
  const happened = message.dateRaised ?? message.dateReported ?? heard;
  const job = jobOf(message, {
    happened: needed(happened, '/dateRaised', 'when it was raised, ISO 8601'),
    workOrderReference: workOrderOf(message),
    raises: true,
  });
  const said = together({ job, raising: readRaising(message), alerts: readAlerts(message) });
  return readAs(said, ({ job: of, raising, alerts }) => [raising(of), ...alerts.flatMap(said => said(of))]);
}

/**
 * A ScheduleRepair: with `dateRaised` it raises the work order, with a window it appoints a visit, with both it does
 * both. A system that raises by RaiseRepair leaves `dateRaised` out here, so that a job is not counted twice. One that says what
 * is to be done and neither date is how a council raises a work order: it was raised when that was heard.
 */
export function scheduleRepair(
  message: MessageOf<'ScheduleRepair'>,
  heard: HappenedAt | undefined,
): Reading<EventDraft[]> {
  const { eventTime, refinedAppointmentWindow: window } = message;
  const isRaisedNow = window === undefined && message.descriptionOfWork !== undefined;
  const dateRaised = message.dateRaised ?? (isRaisedNow ? (eventTime ?? heard) : undefined);
  if (dateRaised === undefined && window === undefined) {
    return unread({
      path: '/refinedAppointmentWindow',
      message: 'The message neither raises a work order nor appoints a visit',
      expected: 'an appointment window, or dateRaised, or both',
    });
  }
  const job = jobOf(message, {
    happened: needed(dateRaised ?? eventTime ?? heard, '/eventTime', 'when the visit was agreed, ISO 8601'),
    workOrderReference: workOrderOf(message),
    raises: dateRaised !== undefined,
  });
  const raising = dateRaised === undefined ? read([]) : readAs(readRaising(message), one => [one]);
  return readAs(together({ job, raising, alerts: readAlerts(message) }), said => [
    ...said.raising.map(raise => raise(said.job)),
    ...(window === undefined ? [] : [appointed(message, said.job, window)]),
    ...said.alerts.flatMap(each => each(said.job)),
  ]);
}

function workOrderOf({ reference }: WorkOrderMessage) {
  return needed(reference[0]?.id, '/reference', 'the work order’s reference, such as [{ "id": "R-88120" }]');
}

/** A visit is appointed; of planned works, when they begin. */
function appointed(
  message: MessageOf<'ScheduleRepair'>,
  { base, workOrderReference, planned }: Job,
  window: NonNullable<MessageOf<'ScheduleRepair'>['refinedAppointmentWindow']>,
): EventDraft {
  const about = { ...base, happened: message.eventTime ?? base.happened };
  if (planned) {
    const works = { workOrderReference, works: worksIn(message), from: window.from };
    return { ...about, ...eventContent('housing.works.planned.v1', works) };
  }
  const assignedTo = operativesOf(message.operativesAssigned);
  return {
    ...about,
    ...eventContent('housing.repair.appointed.v1', { workOrderReference, ...window, assignedTo }),
  };
}
