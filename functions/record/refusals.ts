import * as z from 'zod';
import type { LintelEvent, SystemEvent } from '../../schemas/catalogue.ts';
import { systemSourcePrefix } from '../../schemas/envelope.ts';
import { type Instant, type Subject, systemNameSchema } from '../../schemas/reference.ts';
import { caseStepOf } from '../core/record/never-raised.ts';
import { systemOf } from '../core/record/rows.ts';
import { fingerprintOf } from '../core/record/timeline.ts';
import { eventContentType, type RefusalProblem } from '../shell/table/quarantine-item.ts';
import { quarantineIdOf, type Refused } from '../shell/table/refused.ts';

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

/** When it was re-submitted, what caused it is its own place in quarantine, where it goes back to. */
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
  const isBack = quarantineIdOf(refused) === event.causationid;
  return { ...refused, ...(isBack && { resubmitted: { id: event.causationid } }) };
}

/** A message that is no event of the shared language: sending it again would not make it one. */
export function unreadable(body: string, detail: unknown, error: z.ZodError, receivedAt: Instant): Refused {
  const problems = error.issues.map(({ path, message }) => ({ path: `/detail/${path.join('/')}`, message }));
  return invalid(body, detail, problems, receivedAt);
}

/** A message with an event that nobody's record keeps: one of the hub's own, or one that touches no fitting subject. */
export function reachesNobody(body: string, event: LintelEvent, receivedAt: Instant): Refused {
  return invalid(
    body,
    event,
    [{ path: '/detail/data/subjects', message: 'No subject keeps this event' }],
    receivedAt,
  );
}

function invalid(payload: string, detail: unknown, problems: RefusalProblem[], receivedAt: Instant): Refused {
  return {
    system: saidBy(detail),
    reason: 'invalid',
    problems,
    payload,
    contentType: 'application/json',
    receivedAt,
  };
}

const spokenSchema = z.object({
  source: z
    .string()
    .startsWith(systemSourcePrefix)
    .transform(source => source.slice(systemSourcePrefix.length))
    .pipe(systemNameSchema),
});

/** The system that says it; `unknown` when the message does not tell. */
function saidBy(detail: unknown): string {
  return spokenSchema.safeParse(detail).data?.source ?? 'unknown';
}
