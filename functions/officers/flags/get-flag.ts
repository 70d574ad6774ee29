import * as z from 'zod';
import type { Flag } from '../../../schemas/flags.ts';
import { parseFlagId } from '../../core/flags/flag-id.ts';
import { decisionsKey, flagKey } from '../../core/record/flag-rows.ts';
import type { Disclosure } from '../../core/views/disclosure.ts';
import { flagWithBasis } from '../../core/views/flag-basis.ts';
import { decisionsView, flagChangeView } from '../../core/views/flag-history.ts';
import { livingFlagFor } from '../../core/views/flag-view.ts';
import { maySeeBasis } from '../../core/views/need-to-know.ts';
import type { StoredSubject } from '../../core/views/property.ts';
import { cursorOf, positionIn } from '../../shell/http/cursor.ts';
import { disclose } from '../../shell/http/disclose.ts';
import { type Look, lookOf } from '../../shell/http/look.ts';
import { type ApiRequest, parametersOf } from '../../shell/http/officer-request.ts';
import { unknownFlag } from '../../shell/http/unknown-flag.ts';
import { flagPath } from '../decisions/contract.ts';
import type { ApiDeps } from '../properties/sources.ts';
import { assertionsOf } from './assertions.ts';
import { flagQuery } from './contract.ts';

type Identity = NonNullable<ReturnType<typeof parseFlagId>>;

/**
 * `GET /v1/flags/{id}`: a flag as it is, whatever has become of it; for those who may see why it stands with who says so,
 * what was decided, and each change with what it was before and after. Its `ETag` is its version.
 */
export async function getFlag(deps: ApiDeps, request: ApiRequest) {
  const look = lookOf(deps, request, 'GET /v1/flags/{id}');
  const { id } = parametersOf(flagPath, request.pathParameters);
  const identity = parseFlagId(id);
  if (identity === undefined) throw unknownFlag(id);
  const stored = (await deps.subjects.subjects([identity.on])).get(identity.on);
  const living = stored?.flags[flagKey(identity)];
  const flag = living && stored && livingFlagFor(look.viewer, living, stored.record);
  if (living !== undefined && flag === undefined) throw unknownFlag(id);
  const past = await pastOf(deps, request, look, identity);
  if (flag === undefined && past === undefined) throw unknownFlag(id);
  const present = flag && (await presentOf(deps, look, flag, stored));
  const version = flag?.version ?? past?.version;
  const answer = { id, state: flag?.state ?? 'cleared', ...present?.answer, ...past?.answer };
  const disclosed = [...(present?.disclosed ?? []), ...(past?.disclosed ?? [])];
  const etag = version === undefined ? {} : { etag: `"${version}"` };
  return disclose(deps, look, identity.on, { answer, disclosed }, etag);
}

async function presentOf(
  deps: ApiDeps,
  { viewer }: Look,
  flag: Flag,
  stored: StoredSubject | undefined,
): Promise<{ answer: object; disclosed: Disclosure[] }> {
  if (flag.because !== undefined || !maySeeBasis(viewer, flag)) return { answer: { flag }, disclosed: [] };
  const rows = await deps.subjects.rows(flag.on, assertionsOf(flag, stored?.record));
  const { answer, disclosed } = flagWithBasis(flag, rows);
  return { answer: { flag, basis: answer.basis }, disclosed };
}

/** What was, for those who may see why: undefined for others, and where nobody ever spoke of it. */
async function pastOf(deps: ApiDeps, request: ApiRequest, { viewer }: Look, identity: Identity) {
  if (!maySeeBasis(viewer, identity)) return undefined;
  const { limit, cursor } = parametersOf(flagQuery, request.queryStringParameters);
  const below = cursor === undefined ? undefined : positionIn(cursor, positionSchema).version;
  const [{ changes, items, next }, rows] = await Promise.all([
    deps.history(identity.on, identity, { below, limit }),
    deps.subjects.rows(identity.on, [decisionsKey(identity)]),
  ]);
  const shown = changes.map(change => flagChangeView(change, items, viewer));
  if (shown.length === 0 && below === undefined) return undefined;
  return {
    version: below === undefined ? changes[0]?.version : undefined,
    answer: {
      decisions: rows.flatMap(row => (row.row === 'decisions' ? decisionsView(row) : [])),
      history: shown.map(({ answer }) => answer),
      next: next === undefined ? undefined : cursorOf({ version: next }),
    },
    disclosed: shown.flatMap(({ disclosed }) => disclosed),
  };
}

const positionSchema = z.object({ version: z.int().positive() });
