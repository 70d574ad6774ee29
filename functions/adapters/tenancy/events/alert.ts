import { eventContent } from '../../../../schemas/event-content.ts';
import { flagDefinition } from '../../../../schemas/flags.ts';
import type { DraftOf, EventDraft, LocalFlagCode } from '../../contract.ts';
import { enteredInError } from '../../kit/entered-in-error.ts';
import { happenedAtIso } from '../../kit/happened-at.ts';
import { readLocalCode } from '../../kit/local-codes.ts';
import { type Reading, read } from '../../kit/reading.ts';
import { readAs } from '../../kit/readings.ts';
import { baseOf, sensitive, staffOf } from '../base.ts';
import { flagCodes } from '../flag-codes.ts';
import type { TenancyEventOf } from '../vendor.ts';
import { adjustmentSaid } from './adjustment.ts';
import { datesInWords, lifeOf } from './alert-dates.ts';
import { type AlertSubject, subjectOf } from './alert-subject.ts';

type AlertEvent = TenancyEventOf<
  'CautionaryAlertCreatedEvent' | 'CautionaryAlertUpdatedEvent' | 'CautionaryAlertEndedEvent'
>;

/** The name under which the hub's own announcements go out in this envelope. */
export const hubSystemName = 'Lintel';

/**
 * A cautionary alert as a flag: on the person, the home or the tenancy that its code hangs on, never on another. One
 * that records an adjustment also says so on the person's record. One that is announced when it is over is history: it
 * was said and taken back. The hub's own news coming back is no news.
 */
export function cautionaryAlert(event: AlertEvent): Reading<EventDraft[]> {
  if (event.sourceSystem === hubSystemName) return read([]);
  const alert = event.eventData.newData;
  const entry = readLocalCode(flagCodes, alert.code, '/eventData/newData/code');
  if (!entry.ok) return entry;
  const subject = subjectOf(alert, flagDefinition(entry.value.code));
  if (event.eventType === 'CautionaryAlertEndedEvent') {
    return readAs(subject, on => [withdrawal(event, entry.value, on)]);
  }
  const { isOver, asserted = event.dateTime } = lifeOf(alert, event.dateTime);
  return readAs(subject, on => [
    { ...assertion(event, entry.value, on), happened: asserted },
    ...(isOver ? [withdrawal(event, entry.value, on)] : adjustmentSaid(baseOf(event), alert)),
  ]);
}

function statement({ eventData: { newData } }: AlertEvent, { code, local }: LocalFlagCode, on: AlertSubject) {
  const localReference = newData.alertId ?? newData.assureReference;
  return { code, localCode: local, localReference, tenancyReference: on.tenancyReference };
}

function assertion(
  event: AlertEvent,
  entry: LocalFlagCode,
  on: AlertSubject,
): DraftOf<'housing.flag.asserted.v1'> {
  const { dateOfIncident, startDate } = event.eventData.newData;
  const incident = happenedAtIso(dateOfIncident ?? startDate ?? '');
  return {
    ...baseOf(event),
    ...on.where,
    mayEcho: true,
    ...eventContent('housing.flag.asserted.v1', {
      ...statement(event, entry, on),
      basis: sensitive(basisOf(event)),
      incidentAt: incident?.at,
      assertedBy: staffOf(event),
      approvedBy: event.eventData.newData.approvedBy,
      endsOn: lifeOf(event.eventData.newData, event.dateTime).endsOn,
    }),
  };
}

function withdrawal(
  event: AlertEvent,
  entry: LocalFlagCode,
  on: AlertSubject,
): DraftOf<'housing.flag.withdrawn.v1'> {
  return {
    ...baseOf(event),
    ...on.where,
    ...eventContent('housing.flag.withdrawn.v1', {
      ...statement(event, entry, on),
      reason: sensitive(event.eventData.newData.reason),
      endedAt: lifeOf(event.eventData.newData, event.dateTime).endedAt,
      enteredInError: enteredInError(event.eventData.newData.endReason),
    }),
  };
}

/**
 * Why the flag was raised. The system writes dates of incidents in two ways that cannot be told apart by looking, so a
 * date that is not ISO is kept in words and never read.
 */
function basisOf({ eventData: { newData } }: AlertEvent): string | undefined {
  return [newData.reason, ...datesInWords(newData)].filter(Boolean).join('\n') || undefined;
}
