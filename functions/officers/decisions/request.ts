import { type Officer, officerSchema } from '../../../schemas/officers.ts';
import { type Asked, askedBy } from '../../core/envelope/officers-event.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { type ApiRequest, officerOf, parametersOf, viewerOf } from '../../shell/http/officer-request.ts';
import { decisionHeaders, ifMatchHeader } from './contract.ts';
import type { DecideDeps } from './deps.ts';

/** Somebody who decides. */
export interface Decider {
  officer: Officer;
  viewer: Viewer;
}

/**
 * Who decides, as it is kept with what they decide.
 * @throws {ApiProblem} 403 when the token names no role, or nobody whom another person could be told from.
 */
export function deciderOf(deps: DecideDeps, request: ApiRequest): Decider {
  const viewer = viewerOf(request, { ...deps, teamOfSystem: () => undefined });
  const officer = officerSchema.safeParse({ ...officerOf(request, deps), team: viewer.team });
  if (officer.success && request.requestContext.authorizer.jwt.claims['sub'] !== undefined) {
    return { officer: officer.data, viewer };
  }
  throw new ApiProblem({
    status: 403,
    title: 'Nobody in the token',
    detail: 'Who decides has to be known by the token’s claim "sub", of at most 120 characters.',
  });
}

/**
 * What is asked for, under which key of the officer’s.
 * @param content what is asked for, all of it but when
 * @throws {ApiProblem} 400 without a key.
 */
export function askedIn(request: ApiRequest, { officer }: Officer, content: object): Asked {
  const { 'idempotency-key': key } = parametersOf(decisionHeaders, request.headers);
  return askedBy(officer, key, content);
}

/**
 * The version of the flag that the officer has seen.
 * @throws {ApiProblem} 428 when the request does not say, 400 when it cannot be read.
 */
export function seenVersion({ headers }: ApiRequest): number {
  if (headers['if-match'] === undefined) {
    throw new ApiProblem({
      status: 428,
      title: 'Which version?',
      detail:
        'Say in If-Match which version of the flag you decide about: its ETag, as GET /v1/flags/{id} has it.',
    });
  }
  return Number(parametersOf(ifMatchHeader, headers)['if-match'].slice(1, -1));
}
