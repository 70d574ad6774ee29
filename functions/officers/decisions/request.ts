import type { Officer } from '../../../schemas/officers.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { teamOf } from '../../core/views/roles.ts';
import { type ApiRequest, officerOf } from '../../shell/http/officer-request.ts';
import type { DecideDeps } from './deps.ts';

/** Somebody who decides. */
export interface Decider {
  /** Their subject. */
  who: string;
  /** The same officer in each of the roles that they have. */
  as: readonly Officer[];
  viewer: Viewer;
}

/**
 * Who decides, as it is kept with what they decide.
 * @throws {ApiProblem} 403 when the token names nobody whom another person could be told from.
 */
export function deciderOf(viewer: Viewer, request: ApiRequest, deps: Pick<DecideDeps, 'tokens'>): Decider {
  const { officer, roles } = officerOf(request, deps);
  return { who: officer, as: roles.map(role => ({ officer, role, team: teamOf(role) })), viewer };
}

/** The version of a flag in an entity tag such as `"42"`. */
export function versionIn(etag: string): number {
  return Number(etag.slice(1, -1));
}
