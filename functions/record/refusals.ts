import * as z from 'zod';
import type { LintelEvent, SystemEvent } from '../../schemas/catalogue.ts';
import { systemSourcePrefix } from '../../schemas/envelope.ts';
import { type Instant, systemNameSchema } from '../../schemas/reference.ts';
import { systemOf } from '../core/record/rows.ts';
import { fingerprintOf } from '../core/record/timeline.ts';
import type { RefusalProblem, Refused } from '../shell/table/quarantine-store.ts';

const contentType = 'application/json';

/** An event whose id the record knows with other content: nobody but a person can say which of the two is right. */
export function amended(event: SystemEvent, receivedAt: Instant): Refused {
  return {
    system: systemOf(event),
    reason: 'amended',
    problems: [{ path: '/id', message: 'This id was heard before with other content', received: event.id }],
    payload: JSON.stringify(event),
    contentType,
    receivedAt,
    eventType: event.type,
    identity: ['amended', event.id, fingerprintOf(event)],
  };
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
  return { system: saidBy(detail), reason: 'invalid', problems, payload, contentType, receivedAt };
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
