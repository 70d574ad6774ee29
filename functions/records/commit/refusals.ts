import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { caseStepOf } from '../../core/record/never-raised.ts';
import { systemOf } from '../../core/record/rows.ts';
import { fingerprintOf } from '../../core/record/timeline.ts';
import { eventContentType } from '../../shell/tables/quarantine/item.ts';
import { quarantineIdOf, type Refused } from '../../shell/tables/quarantine/refused.ts';

/** An event whose id the record knows with other content: nobody but a person can say which of the two is right. */
export function amended(event: SystemEvent): Refused {
  const problem = { path: '/id', message: 'This id was heard before with other content', received: event.id };
  return refusedEvent(event, { reason: 'amended', problems: [problem] });
}

/** The closing of a case that the subject never heard to be opened (R87): it waits until that is heard. */
export function closedUnopened(event: SystemEvent, subject: Subject): Refused {
  const step = caseStepOf(event, subject);
  const message = 'This closes a case that the hub never heard to be opened';
  const problem = { path: '/data', message, ...(step && { received: step.reference }) };
  return refusedEvent(event, {
    reason: 'never-raised',
    problems: [problem],
    waitsFor: step && { subject, case: step.row },
  });
}

/** An event that the table of records will never take beside what it has of a subject. */
export function refusedForGood(event: SystemEvent, subject: Subject): Refused {
  const message =
    'The hub can never keep this as it is: a key in it is empty or too long, a number out of range, or it is too large';
  return refusedEvent(event, {
    reason: 'invalid',
    problems: [{ path: '/data', message, received: subject }],
  });
}

/**
 * When it was re-submitted, what caused it is its own place in quarantine: it goes back there, unless it was resolved once
 * more since.
 */
function refusedEvent(event: SystemEvent, why: Pick<Refused, 'reason' | 'problems' | 'waitsFor'>): Refused {
  const refused = {
    system: systemOf(event),
    payload: JSON.stringify(event),
    contentType: eventContentType,
    receivedAt: event.recordedtime,
    eventType: event.type,
    identity: ['event', event.id, fingerprintOf(event)],
    ...why,
  };
  const { causationid: id, attempt = 1 } = event;
  const isBack = quarantineIdOf(refused) === id;
  return { ...refused, ...(isBack && { resubmitted: { id, attempt } }) };
}
