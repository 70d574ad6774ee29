import { type Officer, officerSchema } from '../../../schemas/officers.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { type ApiRequest, officerOf } from '../../shell/http/officer-request.ts';
import type { DecideDeps } from './deps.ts';

/** Somebody who decides. */
export interface Decider {
  officer: Officer;
  viewer: Viewer;
}

/**
 * Who decides, as it is kept with what they decide.
 * @throws {ApiProblem} 403 when the token names nobody whom another person could be told from.
 */
export function deciderOf(viewer: Viewer, request: ApiRequest, deps: Pick<DecideDeps, 'roleClaim'>): Decider {
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

/** The version of a flag in an entity tag such as `"42"`. */
export function versionIn(etag: string): number {
  return Number(etag.slice(1, -1));
}
