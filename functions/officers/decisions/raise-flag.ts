import {
  localReferenceSchema,
  personSubject,
  propertySubject,
  type Subject,
} from '../../../schemas/reference.ts';
import { raise } from '../../core/decisions/raise.ts';
import type { On } from '../../core/decisions/where.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { type ApiRequest, bodyOf, parametersOf } from '../../shell/http/officer-request.ts';
import { unknownProperty } from '../../shell/http/unknown-property.ts';
import { uprnPath } from '../../shell/http/uprn-parameter.ts';
import { decidedAnswer } from './answer.ts';
import { settle } from './commit-decided.ts';
import { personPath, raiseRequest } from './contract.ts';
import type { DecideDeps } from './deps.ts';
import { askedIn, deciderOf } from './request.ts';

/** `POST /v1/properties/{uprn}/flags`: an officer raises a flag on a home or a block, or proposes it. */
export function raiseOnProperty(deps: DecideDeps, request: ApiRequest) {
  const { uprn } = parametersOf(uprnPath, request.pathParameters);
  return raiseOn(deps, request, propertySubject(uprn), async () => {
    const [places, homes] = await Promise.all([
      deps.directory.placesOf([uprn]),
      deps.directory.homesIn(uprn),
    ]);
    const place = places.get(uprn);
    if (place === undefined) throw unknownProperty(uprn);
    return { place, homes };
  });
}

/** `POST /v1/persons/{ref}/flags`: an officer raises a flag on a person of whom the hub has heard, or proposes it. */
export function raiseOnPerson(deps: DecideDeps, request: ApiRequest) {
  const { ref } = parametersOf(personPath, request.pathParameters);
  const person = personSubject(ref);
  return raiseOn(deps, request, person, async () => {
    if ((await deps.subjects.subjects([person])).has(person)) return 'person';
    throw new ApiProblem({
      status: 404,
      title: 'Unknown person',
      detail: 'The hub has heard of no such person. A property’s household names those who live there.',
    });
  });
}

async function raiseOn(deps: DecideDeps, request: ApiRequest, subject: Subject, find: () => Promise<On>) {
  const { officer, viewer } = deciderOf(deps, request);
  const raising = bodyOf(raiseRequest, request);
  const asked = askedIn(request, officer, { raise: raising, on: subject });
  const on = await find();
  const reference = localReferenceSchema.parse(asked.eventId);
  const committed = await settle(deps, subject, asked, async ({ record }, at) =>
    raise({ officer, on, record, at, reference }, raising),
  );
  return decidedAnswer(viewer, subject, committed);
}
