import type * as z from 'zod';
import type { Instant } from '../../../schemas/reference.ts';
import { approve, refuse } from '../../core/decisions/approve.ts';
import { clear } from '../../core/decisions/clear.ts';
import { inAnyRole } from '../../core/decisions/in-any-role.ts';
import { isWorkOpen, whereWorkMayBe } from '../../core/decisions/open-work.ts';
import { recordInformed } from '../../core/decisions/record-informed.ts';
import type { DecisionResult } from '../../core/decisions/result.ts';
import { review } from '../../core/decisions/review.ts';
import type { Situation } from '../../core/decisions/situation.ts';
import { askedBy } from '../../core/envelope/officers-event.ts';
import { parseFlagId } from '../../core/flags/flag-id.ts';
import { flagKey } from '../../core/record/flag-rows.ts';
import type { SubjectBefore } from '../../core/record/fold.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { idempotencyKeyHeader } from '../../shell/http/idempotency-key.ts';
import { unknownFlag } from '../../shell/http/unknown-flag.ts';
import { decidedAnswer } from './answer.ts';
import { commitDecided } from './commit-decided.ts';
import {
  answerRequest,
  clearRequest,
  flagPath,
  ifMatchHeader,
  reviewRequest,
  toldRequest,
} from './contract.ts';
import { common, type DecideDeps, decided, defineEndpoint } from './deps.ts';
import { presentFlag } from './present-flag.ts';
import { deciderOf, versionIn } from './request.ts';

/** Makes the endpoint `POST /v1/flags/{id}/<name>` from what its body is and how it is judged. */
function decision<S extends z.ZodType>(
  name: string,
  summary: string,
  schema: S,
  judge: (situation: Situation, body: z.output<S>) => DecisionResult,
) {
  return defineEndpoint({
    ...common,
    path: `/v1/flags/{id}/${name}`,
    summary,
    params: flagPath,
    headers: idempotencyKeyHeader.extend(ifMatchHeader.shape),
    body: schema,
    answers: {
      200: { ...decided, description: 'Done' },
      202: { ...decided, description: 'A second person has to agree' },
    },
    problems: {
      403: 'Not for this officer: another team’s, or a second person’s',
      404: 'No such flag that this officer may know of',
      409: 'It does not fit how the flag stands, or the flag would stand as it did: `detail` says why',
      412: 'The flag is not as it was seen; the answer has it as it is',
      422: 'A field is wrong, or the key was used for something else',
      428: 'If-Match is missing',
    },
    run: async (deps, { viewer, request, params: { id }, headers, body: asked }) => {
      // The compiler cannot see through the definer that this is what the schema gives.
      const body = asked as z.output<S>;
      const decider = deciderOf(viewer, request, deps);
      const identity = parseFlagId(id);
      if (identity === undefined) throw unknownFlag(id);
      const key = askedBy(decider.who, headers['idempotency-key'], { [name]: body, of: id });
      const seen = { id, key: flagKey(identity), version: versionIn(headers['if-match']) };
      const committed = await commitDecided(deps, identity.on, key, async (before, at) => {
        const situation = await situationOf(deps, viewer, seen, before, at);
        return inAnyRole(decider.as, officer => judge({ ...situation, officer }, body));
      });
      return decidedAnswer(viewer, identity.on, committed);
    },
  });
}

/** Every decision about a flag that stands. */
export const decisions = [
  decision('approve', 'Agree as a second person, to a flag or to its clearance', answerRequest, approve),
  decision('refuse', 'Disagree as a second person', answerRequest, refuse),
  decision('review', 'Say that a flag holds, and when to look again', reviewRequest, review),
  decision('clear', 'Clear a flag, or override a rule up to a day', clearRequest, clear),
  decision('told', 'Say whether the person knows of the flag', toldRequest, recordInformed),
];

async function situationOf(
  deps: DecideDeps,
  viewer: Viewer,
  seen: { id: string; key: string; version: number },
  before: SubjectBefore,
  at: Instant,
): Promise<Omit<Situation, 'officer'>> {
  const { flag, record } = await presentFlag(deps, viewer, seen, before, at);
  const around = await deps.subjects.subjects(whereWorkMayBe(flag));
  const workIsOpen = isWorkOpen([...around.values()].map(stored => stored.record));
  return { flag, record, at, workIsOpen };
}
