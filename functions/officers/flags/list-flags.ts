import * as z from 'zod';
import { flagIdSchema } from '../../../schemas/flag-life.ts';
import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import { parseFlagId } from '../../core/flags/flag-id.ts';
import { flagKey } from '../../core/record/flag-rows.ts';
import { addressesShown, entryFor, inOrderOfUrgency, type Listed } from '../../core/worklists/entry.ts';
import { type Onward, pageOf } from '../../core/worklists/page.ts';
import { isListed } from '../../core/worklists/worklist.ts';
import { cursorOf, positionIn, wrongCursor } from '../../shell/http/cursor.ts';
import { purposeHeader } from '../../shell/http/look.ts';
import type { FlagsFrom } from '../../shell/tables/records/flagged-reader.ts';
import { flaggedShard, flaggedShards } from '../../shell/tables/records/keys.ts';
import { type ApiDeps, defineEndpoint } from '../properties/sources.ts';
import { worklistQuery, worklistResponse } from './worklist-contract.ts';

const positionSchema = z.union([
  z.object({ after: flagIdSchema }),
  z.object({ from: z.enum(flaggedShards) }),
]);

/** They are found in the index and shown as they are: one that left the list meanwhile is left out. */
export const listFlags = defineEndpoint({
  method: 'GET',
  path: '/v1/flags',
  scopes: ['lintel/read'],
  tag: 'Flags',
  summary: 'The flags about which somebody has to do something, and what, since when and by when',
  description:
    'A team has the flags that it owns or may clear, of conflicts those that it owns; management and data protection have all that they may know of.',
  query: worklistQuery,
  headers: purposeHeader,
  answers: { 200: { description: 'A page of the list', schema: worklistResponse } },
  shows: 'personal',
  discloses: ['name', 'flag-basis'],
  run: async (deps, { viewer, reading: { at }, query: { list, team, limit, cursor } }) => {
    const position = cursor === undefined ? undefined : positionIn(cursor, positionSchema);
    const after = position !== undefined && 'after' in position ? position.after : undefined;
    const isOwned = ({ code }: Flag) => team === undefined || flagDefinition(code).owner === team;
    const wanted = { viewer, list, isOwned, at, after, limit, partOf: ({ on }: Flag) => flaggedShard(on) };
    const page = await pageOf(deps.flags(beginningAt(position)), wanted);
    const present = await presentOf(deps, page.flags);
    const entries = present
      .filter(({ flag }) => isListed(viewer, list, flag, at))
      .flatMap(listed => entryFor(listed, { viewer, list, at }) ?? []);
    return {
      about: `worklist/${list}`,
      answer: {
        ...{ list, at, entries: inOrderOfUrgency(entries.map(({ answer }) => answer)) },
        next: page.next && cursorOf(page.next),
      },
      disclosed: entries.flatMap(({ disclosed }) => disclosed),
    };
  },
});

/** @throws {ApiProblem} 400 when the cursor names no flag */
function beginningAt(position: Onward | undefined): FlagsFrom | undefined {
  if (position === undefined) return undefined;
  if ('from' in position) return { shard: position.from };
  const subject = parseFlagId(position.after)?.on;
  if (subject === undefined) throw wrongCursor();
  return { subject };
}

/** Flags as their records have them at this moment, those that are no more left out. */
async function presentOf({ subjects, directory }: ApiDeps, flags: readonly Flag[]): Promise<Listed[]> {
  const stored = await subjects.subjects(flags.map(({ on }) => on));
  const living = flags.flatMap(flag => {
    const subject = stored.get(flag.on);
    const present = subject?.flags[flagKey(flag)];
    return subject === undefined || present === undefined ? [] : [{ flag: present, record: subject.record }];
  });
  const places = await directory.placesOf(living.flatMap(({ flag }) => flag.places.slice(0, addressesShown)));
  return living.map(one => ({ ...one, addressOf: uprn => places.get(uprn)?.address }));
}
