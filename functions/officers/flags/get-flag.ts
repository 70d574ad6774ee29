import * as z from 'zod';
import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import { parseFlagId } from '../../core/flags/flag-id.ts';
import { decisionsKey, flagKey } from '../../core/record/flag-rows.ts';
import type { Disclosure } from '../../core/views/disclosure.ts';
import { isPersonal } from '../../core/views/event-data.ts';
import { flagWithBasis } from '../../core/views/flag-basis.ts';
import { decisionsView, flagChangeView } from '../../core/views/flag-history.ts';
import { livingFlagFor } from '../../core/views/flag-view.ts';
import { maySeeBasis, type Viewer } from '../../core/views/need-to-know.ts';
import type { StoredSubject } from '../../core/views/stored-subject.ts';
import { cursorOf, positionIn } from '../../shell/http/cursor.ts';
import { purposeHeader } from '../../shell/http/look.ts';
import { unknownFlag } from '../../shell/http/unknown-flag.ts';
import { etagHeader, flagPath } from '../decisions/contract.ts';
import { type ApiDeps, defineEndpoint } from '../properties/sources.ts';
import { assertedRows } from './assertions.ts';
import { flagQuery, flagResponse } from './contract.ts';

type Identity = NonNullable<ReturnType<typeof parseFlagId>>;

/** Its `ETag` is its version. */
export const getFlag = defineEndpoint({
  method: 'GET',
  path: '/v1/flags/{id}',
  scopes: ['lintel/read'],
  tag: 'Flags',
  summary: 'One flag as it is, with what was decided and its whole life for those who may see why it stands',
  params: flagPath,
  query: flagQuery,
  headers: purposeHeader,
  answers: { 200: { description: 'The flag', schema: flagResponse, headers: etagHeader } },
  problems: { 404: 'No such flag that this officer may know of' },
  shows: 'personal',
  discloses: ['flag-basis', 'personal-text', 'special-category-text'],
  run: async (deps, { viewer, params: { id }, query }) => {
    const identity = parseFlagId(id);
    if (identity === undefined) throw unknownFlag(id);
    const stored = (await deps.subjects.subjects([identity.on])).get(identity.on);
    const living = stored?.flags[flagKey(identity)];
    const flag = living && stored && livingFlagFor(viewer, living, stored.record);
    if (living !== undefined && flag === undefined) throw unknownFlag(id);
    const past = await pastOf(deps, query, viewer, identity);
    if (flag === undefined && past === undefined) throw unknownFlag(id);
    const present = flag && (await presentOf(deps, viewer, flag, stored));
    const version = flag?.version ?? past?.version;
    return {
      about: identity.on,
      answer: { id, state: flag?.state ?? ('cleared' as const), ...present?.answer, ...past?.answer },
      disclosed: [...(present?.disclosed ?? []), ...(past?.disclosed ?? [])],
      ...(version !== undefined && { headers: { etag: `"${version}"` } }),
    };
  },
});

async function presentOf(
  deps: ApiDeps,
  viewer: Viewer,
  flag: Flag,
  stored: StoredSubject | undefined,
): Promise<{
  answer: Pick<z.input<typeof flagResponse>, 'flag' | 'lawfulBasis' | 'basis'>;
  disclosed: Disclosure[];
}> {
  if (flag.because !== undefined || !maySeeBasis(viewer, flag)) return { answer: { flag }, disclosed: [] };
  const rows = await assertedRows(deps.subjects, flag, stored?.record);
  const { answer, disclosed } = flagWithBasis(flag, rows, viewer);
  const lawful = isPersonal(flag.code) && { lawfulBasis: flagDefinition(flag.code).lawfulBasis };
  return { answer: { flag, ...lawful, basis: answer.basis }, disclosed };
}

/** What was, for those who may see why: undefined for others, and where nobody ever spoke of it. */
async function pastOf(
  deps: ApiDeps,
  { limit, cursor }: z.output<typeof flagQuery>,
  viewer: Viewer,
  identity: Identity,
) {
  if (!maySeeBasis(viewer, identity)) return undefined;
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

/** What a key of a version has room for. */
const mostVersions = 999_999_999_999;
const positionSchema = z.object({ version: z.int().positive().max(mostVersions) });
