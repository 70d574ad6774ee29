import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { shownOf } from '../../core/flags/as-one.ts';
import { parseFlagId } from '../../core/flags/flag-id.ts';
import { decisionsKey } from '../../core/record/flag-rows.ts';
import type { SubjectBefore } from '../../core/record/fold.ts';
import type { SubjectRecord } from '../../core/record/subject-record.ts';
import { livingFlagFor } from '../../core/views/flag-view.ts';
import { maySeeBasis, type Viewer } from '../../core/views/need-to-know.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { unknownFlag } from '../../shell/http/unknown-flag.ts';
import type { DecideDeps } from './deps.ts';

/**
 * The flag about which somebody decides, as it is.
 * @throws {ApiProblem} 404 when there never was one that they may know of, or it is over and why is not for them, as a GET of it
 * answers; 412 when it is not as they saw it.
 */
export async function presentFlag(
  deps: DecideDeps,
  viewer: Viewer,
  { id, key, version }: { id: string; key: string; version: number },
  { subject, record: own, flags, companions }: SubjectBefore,
  at: Instant,
): Promise<{ flag: Flag; record: SubjectRecord }> {
  const flag = flags[key];
  const record = own && shownOf(own, companions ?? {}, at);
  const shown = flag && record && livingFlagFor(viewer, flag, record);
  if (flag !== undefined && record !== undefined && shown !== undefined) {
    if (flag.version === version) return { flag, record };
    throw stale({ state: shown.state, flag: shown });
  }
  const identity = parseFlagId(id);
  if (flag !== undefined || identity === undefined || !maySeeBasis(viewer, identity)) throw unknownFlag(id);
  const spokenOf = await deps.subjects.rows(subject, [decisionsKey(identity)]);
  throw spokenOf.length === 0 ? unknownFlag(id) : stale({ state: 'cleared' });
}

function stale(present: { state: string; flag?: Flag }): ApiProblem {
  return new ApiProblem({
    status: 412,
    title: 'It is not as you saw it',
    detail: 'The flag was changed since you saw it. Look at the flag as it is now, and decide again.',
    ...present,
  });
}
