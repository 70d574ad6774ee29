import * as z from 'zod';
import { flagIdSchema } from '../../../schemas/flag-life.ts';
import { flagCodeSchema, flagSchema } from '../../../schemas/flags.ts';
import { dateSchema, instantSchema, uprnSchema } from '../../../schemas/reference.ts';
import { teamSchema } from '../../../schemas/teams.ts';
import { addressesShown } from '../../core/worklists/entry.ts';
import { untoldNamed } from '../../core/worklists/untold.ts';
import { worklistSchema } from '../../core/worklists/worklist.ts';
import { pageLimit } from '../../shell/http/page-limit.ts';
import { decisionSchema } from './contract.ts';

/** Which list, and which part of it. */
export const worklistQuery = z.object({
  list: worklistSchema.meta({ description: 'Which list' }),
  team: teamSchema.optional().meta({ description: 'Flags that this team owns, and no others' }),
  limit: pageLimit({ most: 50, usual: 20 }),
  cursor: z.string().max(2_500).optional().meta({ description: 'What the last page gave as `next`' }),
});

const entrySchema = z.object({
  flag: flagSchema.meta({ description: 'As it is for the team that asks; `version` is its ETag' }),
  owner: teamSchema,
  name: z.string().optional().meta({ description: 'Of the person, for teams that need names' }),
  homes: z
    .array(z.object({ uprn: uprnSchema, address: z.string().optional() }))
    .max(addressesShown)
    .meta({ description: 'The first of the homes on which it shows; all are in `flag.places`' }),
  since: instantSchema.meta({
    description: 'Since when it is on the list; of an unplaced flag, since it was changed last',
  }),
  by: dateSchema.optional().meta({
    description:
      'The day by which it has to be done: a review, before a marker ends or a state or fact is overdue',
  }),
  todo: z.string().meta({ description: 'What to do, in plain words' }),
  post: z.array(z.string()).meta({
    description: 'Where to POST what was decided, with `If-Match`',
    examples: [['/v1/flags/do-not-visit-alone~person~tenancy.3a7d1f3c1e/review']],
  }),
  decided: z.array(decisionSchema).optional().meta({
    description:
      'In the quarterly review, for those who see why the flag stands: what was decided in the quarter',
  }),
});

export const worklistResponse = z
  .object({
    list: worklistSchema,
    at: instantSchema,
    entries: z.array(entrySchema).meta({ description: 'The most urgent of this page first' }),
    next: z.string().optional().meta({
      description:
        'The cursor of the next page; absent on the last alone. A page before it may be short, even empty',
    }),
  })
  .meta({ id: 'Worklist' });

const untoldSchema = z.object({ id: flagIdSchema, code: flagCodeSchema, since: instantSchema });
/** Which people nobody told that they are marked. */
export const untoldResponse = z
  .object({
    at: instantSchema,
    count: z.int().nonnegative(),
    teams: z
      .array(
        z.object({
          team: teamSchema,
          count: z.int().positive(),
          longest: z.array(untoldSchema).max(untoldNamed).meta({ description: 'The oldest first' }),
        }),
      )
      .meta({ description: 'The team with the oldest first' }),
  })
  .meta({ id: 'Untold' });
