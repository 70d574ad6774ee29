import type * as z from 'zod';
import {
  localReferenceSchema,
  personSubject,
  propertySubject,
  type Subject,
} from '../../../schemas/reference.ts';
import { inAnyRole } from '../../core/decisions/in-any-role.ts';
import { raise, raisersOf } from '../../core/decisions/raise.ts';
import { conflict } from '../../core/decisions/result.ts';
import type { On } from '../../core/decisions/where.ts';
import { askedBy } from '../../core/envelope/officers-event.ts';
import { shownOf } from '../../core/flags/as-one.ts';
import { shownAs } from '../../core/record/one-person.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { idempotencyKeyHeader } from '../../shell/http/idempotency-key.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { unknownProperty } from '../../shell/http/unknown-property.ts';
import { uprnPath } from '../../shell/http/uprn-parameter.ts';
import { decidedAnswer } from './answer.ts';
import { commitDecided } from './commit-decided.ts';
import { personPath, raiseRequest } from './contract.ts';
import { common, type DecideDeps, decided, defineEndpoint } from './deps.ts';
import { deciderOf } from './request.ts';

const raising = {
  ...common,
  headers: idempotencyKeyHeader,
  body: raiseRequest,
  answers: {
    201: { ...decided, description: 'Raised, or proposed: the state tells' },
    202: { ...decided, description: 'Taken, of a flag that is not for this team to see' },
  },
  problems: {
    404: 'No such home or person',
    409: 'Raised by this officer already, without effect, or shown as another person: `detail` says why',
    422: 'It does not hang on this, or a rule raises it, or the key was used for something else',
  },
} as const;

const raiseOnProperty = defineEndpoint({
  ...raising,
  path: '/v1/properties/{uprn}/flags',
  summary: 'Raise a flag on a home or a block, or propose it',
  params: uprnPath,
  run: (deps, { params: { uprn }, ...asked }) =>
    raiseOn(deps, asked, propertySubject(uprn), async () => {
      const [places, homes] = await Promise.all([
        deps.directory.placesOf([uprn]),
        deps.directory.homesIn(uprn),
      ]);
      const place = places.get(uprn);
      if (place === undefined) throw unknownProperty(uprn);
      return { place, homes };
    }),
});

const raiseOnPerson = defineEndpoint({
  ...raising,
  path: '/v1/persons/{ref}/flags',
  summary: 'Raise a flag on a person of whom the hub has heard, or propose it',
  params: personPath,
  run: (deps, { params: { ref }, ...asked }) => {
    const person = personSubject(ref);
    return raiseOn(deps, asked, person, async () => {
      if ((await deps.subjects.subjects([person])).has(person)) return 'person';
      throw new ApiProblem({
        status: 404,
        title: 'Unknown person',
        detail: 'The hub has heard of no such person. A property’s household names those who live there.',
      });
    });
  },
});

/** How flags are raised. */
export const raisings = [raiseOnProperty, raiseOnPerson];

interface Asking {
  viewer: Viewer;
  request: ApiRequest;
  headers: z.output<typeof idempotencyKeyHeader>;
  body: z.output<typeof raiseRequest>;
}

async function raiseOn(deps: DecideDeps, asking: Asking, subject: Subject, find: () => Promise<On>) {
  const { viewer, request, headers, body } = asking;
  const { who, as } = deciderOf(viewer, request, deps);
  const asked = askedBy(who, headers['idempotency-key'], { raise: body, on: subject });
  const on = await find();
  const reference = localReferenceSchema.parse(asked.eventId);
  const committed = await commitDecided(deps, subject, asked, ({ record, companions = {} }, at) => {
    const shown = record && shownOf(record, companions, at);
    if (record === undefined || shown !== undefined)
      return inAnyRole(raisersOf(as, body.code), officer =>
        raise({ officer, on, record: shown, at, reference }, body),
      );
    return conflict(`They are one with another person: raise it on ${shownAs(record, companions)}.`);
  });
  return decidedAnswer(viewer, subject, committed);
}
