import * as z from 'zod';
import { flagIdSchema } from '../../../schemas/flag-life.ts';
import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import { parseFlagId } from '../../core/flags/flag-id.ts';
import { flagKey } from '../../core/record/flag-rows.ts';
import { addressesShown, entryFor, inOrderOfUrgency, type Listed } from '../../core/worklists/entry.ts';
import { pageOf } from '../../core/worklists/page.ts';
import { isListed } from '../../core/worklists/worklist.ts';
import { cursorOf, positionIn } from '../../shell/http/cursor.ts';
import { disclose } from '../../shell/http/disclose.ts';
import { lookOf } from '../../shell/http/look.ts';
import { type ApiRequest, parametersOf } from '../../shell/http/officer-request.ts';
import type { ApiDeps } from '../properties/sources.ts';
import { worklistQuery } from './worklist-contract.ts';

const positionSchema = z.object({ after: flagIdSchema });

/**
 * `GET /v1/flags?list=…`: the flags about which a team has something to do, with what, since when and by when. They are
 * found in the index and shown as they are: one that left the list meanwhile is left out.
 */
export async function listFlags(deps: ApiDeps, request: ApiRequest) {
  const look = lookOf(deps, request, 'GET /v1/flags');
  const { list, team, limit, cursor } = parametersOf(worklistQuery, request.queryStringParameters);
  const { viewer } = look;
  const { at } = look.reading;
  const after = cursor === undefined ? undefined : positionIn(cursor, positionSchema).after;
  const isOwned = ({ code }: Flag) => team === undefined || flagDefinition(code).owner === team;
  const from = after === undefined ? undefined : parseFlagId(after)?.on;
  const page = await pageOf(deps.flags(from), { viewer, list, isOwned, at, after, limit });
  const present = await presentOf(deps, page.flags);
  const entries = present
    .filter(({ flag }) => isListed(viewer, list, flag, at))
    .flatMap(listed => entryFor(listed, { viewer, list, at }) ?? []);
  return disclose(deps, look, `worklist/${list}`, {
    answer: {
      ...{ list, at, entries: inOrderOfUrgency(entries.map(({ answer }) => answer)) },
      next: page.next === undefined ? undefined : cursorOf({ after: page.next }),
    },
    disclosed: entries.flatMap(({ disclosed }) => disclosed),
  });
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
