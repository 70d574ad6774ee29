import { type PersonReference, personSubject } from '../../../schemas/reference.ts';
import { inAnyRole } from '../../core/decisions/in-any-role.ts';
import { decideSame } from '../../core/decisions/same-person.ts';
import { askedBy } from '../../core/envelope/officers-event.ts';
import { oneWith } from '../../core/record/one-person.ts';
import { emptyRecord } from '../../core/record/subject-record.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { idempotencyKeyHeader } from '../../shell/http/idempotency-key.ts';
import { readCompanions } from '../../shell/tables/records/companions.ts';
import { commitDecided } from './commit-decided.ts';
import { ifMatchHeader, personPath, samePersonRequest, samePersonResponse } from './contract.ts';
import { common, type DecideDeps, defineEndpoint } from './deps.ts';
import { deciderOf, versionIn } from './request.ts';

/**
 * Makes the endpoint `POST /v1/persons/{ref}/<name>`. It is committed first to the one under whom both are shown, or to the
 * one who is shown apart again, so that no warning is gone for the moment until the other hears.
 */
function personDecision(name: 'merge' | 'part', holds: boolean, summary: string) {
  return defineEndpoint({
    ...common,
    tag: 'Persons',
    path: `/v1/persons/{ref}/${name}`,
    summary,
    params: personPath,
    headers: idempotencyKeyHeader.extend(ifMatchHeader.shape),
    body: samePersonRequest,
    answers: { 200: { description: 'Done', schema: samePersonResponse } },
    problems: {
      403: 'Not for this officer',
      409: 'They are one already, or two',
      412: 'The person is not as they were seen: GET them again',
      422: 'No such person, or the key was used for something else',
      428: 'If-Match is missing',
    },
    run: async (deps, { viewer, request, params: { ref: person }, headers, body: { other, reason } }) => {
      const { who, as } = deciderOf(viewer, request, deps);
      const asked = askedBy(who, headers['idempotency-key'], {
        [name]: other,
        of: person,
        reason,
      });
      const [first = person, second = other] = [person, other].sort();
      const subject = personSubject(holds ? first : second);
      const seen = versionIn(headers['if-match']);
      await commitDecided(
        { ...deps, find: deps.findEvent },
        subject,
        asked,
        ({ version, record, companions = {} }, at) => {
          const pair = { person, other, record, companions, at };
          const present = subject === personSubject(person) ? version : companions[person]?.version;
          const result = inAnyRole(as, officer => decideSame({ ...pair, officer }, holds, reason));
          if (result.ok && present !== seen) throw stale();
          return result;
        },
        [person, other].filter(one => personSubject(one) !== subject),
      );
      return { answer: await whoIsWho(deps, person) };
    },
  });
}

/** How officers say that two persons are one, and that they are not. */
export const personDecisions = [
  personDecision('merge', true, 'Say that two persons are one: from then on they are shown as one'),
  personDecision(
    'part',
    false,
    'Say that two who were taken for one are two: each is what they were, and what came since',
  ),
];

async function whoIsWho({ subjects }: Pick<DecideDeps, 'subjects'>, person: PersonReference) {
  const companions = await readCompanions(subjects.subjects, [person]);
  const all = oneWith(companions[person]?.record ?? emptyRecord(personSubject(person)), companions);
  return { person, shownAs: all[0] ?? person, oneWith: all.filter(one => one !== person) };
}

function stale(): ApiProblem {
  return new ApiProblem({
    status: 412,
    title: 'Not as they were seen',
    detail: 'Something was heard of this person since you saw them. GET them, and decide again.',
  });
}
