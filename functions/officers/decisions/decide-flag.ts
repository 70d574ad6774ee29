import type * as z from 'zod';
import type { Instant } from '../../../schemas/reference.ts';
import { approve, refuse } from '../../core/decisions/approve.ts';
import { clear } from '../../core/decisions/clear.ts';
import { isWorkOpen, whereWorkMayBe } from '../../core/decisions/open-work.ts';
import { recordInformed } from '../../core/decisions/record-informed.ts';
import type { DecisionResult } from '../../core/decisions/result.ts';
import { review } from '../../core/decisions/review.ts';
import type { Situation } from '../../core/decisions/situation.ts';
import { parseFlagId } from '../../core/flags/flag-id.ts';
import { flagKey } from '../../core/record/flag-rows.ts';
import type { SubjectBefore } from '../../core/record/fold.ts';
import { type ApiRequest, bodyOf, parametersOf } from '../../shell/http/officer-request.ts';
import { unknownFlag } from '../../shell/http/unknown-flag.ts';
import { decidedAnswer } from './answer.ts';
import { settle } from './commit-decided.ts';
import { answerRequest, clearRequest, flagPath, reviewRequest, toldRequest } from './contract.ts';
import type { DecideDeps } from './deps.ts';
import { presentFlag } from './present-flag.ts';
import { askedIn, type Decider, deciderOf, seenVersion } from './request.ts';

/** Makes the endpoint `POST /v1/flags/{id}/<name>` from what its body is and how it is judged. */
function decision<S extends z.ZodType>(
  name: string,
  schema: S,
  judge: (situation: Situation, body: z.output<S>) => DecisionResult,
) {
  const endpoint = async (deps: DecideDeps, request: ApiRequest) => {
    const decider = deciderOf(deps, request);
    const { id } = parametersOf(flagPath, request.pathParameters);
    const body = bodyOf(schema, request);
    const version = seenVersion(request);
    const identity = parseFlagId(id);
    if (identity === undefined) throw unknownFlag(id);
    const asked = askedIn(request, decider.officer, { [name]: body, of: id });
    const committed = await settle(deps, identity.on, asked, async (before, at) =>
      judge(await situationOf(deps, decider, { id, key: flagKey(identity), version }, before, at), body),
    );
    return decidedAnswer(decider.viewer, identity.on, committed);
  };
  return { path: `/v1/flags/{id}/${name}`, endpoint };
}

/** Every decision about a flag that stands. */
export const decisions = [
  decision('approve', answerRequest, approve),
  decision('refuse', answerRequest, refuse),
  decision('review', reviewRequest, review),
  decision('clear', clearRequest, clear),
  decision('told', toldRequest, recordInformed),
];

async function situationOf(
  deps: DecideDeps,
  { officer, viewer }: Decider,
  seen: { id: string; key: string; version: number },
  before: SubjectBefore,
  at: Instant,
): Promise<Situation> {
  const { flag, record } = await presentFlag(deps, viewer, seen, before);
  const around = await deps.subjects.subjects(whereWorkMayBe(flag));
  const workIsOpen = isWorkOpen([...around.values()].map(stored => stored.record));
  return { flag, record, officer, at, workIsOpen };
}
