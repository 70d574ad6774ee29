import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, PersonReference, Subject } from '../../../schemas/reference.ts';
import type { DecisionResult } from '../../core/decisions/result.ts';
import { refusedWithoutEffect } from '../../core/decisions/without-effect.ts';
import { type Asked, officersEvent } from '../../core/envelope/officers-event.ts';
import type { SubjectAfter, SubjectBefore } from '../../core/record/fold.ts';
import { UsedOtherwise } from '../../records/commit/commit-decision.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { keyUsedOtherwise } from '../../shell/http/idempotency-key.ts';
import type { Committed } from '../../shell/tables/records/decision-reader.ts';
import { requireWritten } from '../../shell/written.ts';
import type { DecideDeps } from './deps.ts';
import { refusalProblem } from './refusal-problem.ts';

/** Finds what was committed under an event’s id. */
type Find<C> = (subject: Subject, eventId: string) => Promise<C | undefined>;
/** How a subject as it stands is judged; throws where there is nothing to judge. */
export type Judge = (before: SubjectBefore, at: Instant) => DecisionResult | Promise<DecisionResult>;

/**
 * Takes what an officer asks for, once: as an event like any other, judged of the version over which it is committed.
 * Asked again, it is not judged again: what became of it then is found. What is refused uses no key up. Asked twice at once,
 * the second may be refused because of the first, which has changed the flag: then it is answered as the first is.
 * @param others persons about whom it is decided whether they are one with the subject
 * @throws {ApiProblem} 422 when the key was used for something else; as `refusalProblem` has it where the decision is refused.
 */
export async function commitDecided<C extends Pick<Committed, 'event'>>(
  deps: Pick<DecideDeps, 'commit' | 'encrypt'> & { find: Find<C> },
  subject: Subject,
  asked: Asked,
  judge: Judge,
  others: readonly PersonReference[] = [],
): Promise<C> {
  const known = await deps.find(subject, asked.eventId);
  if (known !== undefined) return asBefore(known, asked);
  const decide = async (before: SubjectBefore, at: Instant) => {
    const result = await judge(before, at);
    if (!result.ok) throw refusalProblem(result.refusal);
    const event = requireWritten(officersEvent(result.event, subject, asked, at));
    const [encrypted = event] = await deps.encrypt([event]);
    return encrypted;
  };
  // By the commit itself: what is refused, before it or after a conflict, may be asked anew in other words.
  try {
    await deps.commit(subject, decide, refuseWithoutEffect, asked.content, others);
  } catch (error) {
    const refused = error instanceof UsedOtherwise ? keyUsedOtherwise() : error;
    const meanwhile = refused instanceof ApiProblem ? await deps.find(subject, asked.eventId) : undefined;
    if (meanwhile === undefined) throw refused;
    return asBefore(meanwhile, asked);
  }
  const committed = await deps.find(subject, asked.eventId);
  if (committed === undefined) throw new Error('What was committed is not there');
  return asBefore(committed, asked);
}

function refuseWithoutEffect(before: SubjectBefore, after: SubjectAfter, event: SystemEvent): void {
  const refused = refusedWithoutEffect(before, after, event);
  if (refused !== undefined) throw refusalProblem(refused.refusal);
}

function asBefore<C extends Pick<Committed, 'event'>>(known: C, asked: Asked): C {
  if (known.event.correlationid === asked.content) return known;
  throw keyUsedOtherwise();
}
