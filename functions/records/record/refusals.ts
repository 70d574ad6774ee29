import * as z from 'zod';
import type { LintelEvent } from '../../../schemas/catalogue.ts';
import { systemSourcePrefix } from '../../../schemas/envelope.ts';
import { type Instant, systemNameSchema } from '../../../schemas/reference.ts';
import type { RefusalProblem } from '../../shell/tables/quarantine/item.ts';
import type { Refused } from '../../shell/tables/quarantine/refused.ts';

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

/** An event of a type that its system's adapter never makes: whoever put it on the bus, it was not that system. */
export function notItsToSay(body: string, event: LintelEvent, receivedAt: Instant): Refused {
  const message = `This is not for ${saidBy(event)} to say: its adapter makes no such event`;
  return invalid(body, event, [{ path: '/detail/type', message, received: event.type }], receivedAt);
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

/** The system that says it; `unknown` when the message does not say. */
function saidBy(detail: unknown): string {
  return spokenSchema.safeParse(detail).data?.source ?? 'unknown';
}
