import * as z from 'zod';
import { type Instant, instantSchema } from '../../../schemas/reference.ts';
import type { Adapter, EventDraft, SnapshotFeed } from '../../adapters/contract.ts';

/** The media type of a change where it travels or is kept by itself. */
export const changeContentType = 'application/vnd.lintel.snapshot-change+json';

const cells = z.record(z.string(), z.string());
const changeSchema = z.object({
  feed: z.string(),
  /** The snapshot that has it: together with the key it makes the change's id. */
  sequence: z.int().positive(),
  key: z.string(),
  seenAt: instantSchema,
  before: cells.optional(),
  after: cells.optional(),
  /** The row is there still, and confirms the flags that it says; without a row before, nothing of it has changed. */
  confirms: z.literal(true).optional(),
});
/** A difference between two snapshots, as an item that has in it all that is needed to say what it means. */
export type Change = z.infer<typeof changeSchema>;

/**
 * An adapter's reader of changes, so that a change goes the one way of every item into the hub. Its events have the id of
 * the change: publishing the same change again is the same news, and the same difference on another night is other news.
 */
export function changeReader({ snapshots = {} }: Pick<Adapter, 'snapshots'>) {
  const itemSchema = changeSchema.transform((change, context) => {
    const feed = Object.hasOwn(snapshots, change.feed) ? snapshots[change.feed] : undefined;
    if (feed !== undefined) return readChange(change, feed, context);
    context.addIssue({ code: 'custom', path: ['feed'], message: 'there is no such snapshot any more' });
    return z.NEVER;
  });
  const inbound: Adapter['inbound'] = item => ({ ok: true, events: item as EventDraft[] });
  return {
    itemSchema,
    inbound,
    itemsOf: (change: unknown) => [change],
    columnOf: () => 'a cell that the feed declares',
  };
}

/**
 * What a change means, in drafts: reading its rows is where it can turn out to be wrong. All of it was seen when the extract
 * was handed in, whatever dates its rows bear; what is read from a row that is gone, nobody said.
 */
function readChange(change: Change, feed: SnapshotFeed, context: z.RefinementCtx): EventDraft[] {
  const read = (side: 'before' | 'after') => {
    const parsed = feed.rowSchema.safeParse(change[side]);
    for (const { path, message } of parsed.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: [side, ...path], message });
    }
    return parsed;
  };
  const noticedAs = `snapshot ${change.feed} ${change.sequence} ${change.key}`;
  const seen = { noticedAs, observedAt: change.seenAt };
  const inferred = change.after === undefined ? { inferredFrom: 'absence' as const } : {};
  return draftsOf(change, feed, read).map(draft => ({ ...inferred, ...draft, ...seen }));
}

type Read = (side: 'before' | 'after') => z.ZodSafeParseResult<unknown>;

function draftsOf({ before, after, seenAt, confirms }: Change, feed: SnapshotFeed, read: Read): EventDraft[] {
  const seen: { at: Instant; basis: 'offset' } = { at: seenAt, basis: 'offset' };
  const [old, present] = [before && read('before'), after && read('after')];
  if (old?.success === false || present?.success === false) return [];
  const confirmed = confirms ? (feed.confirmed?.(present?.data, seen) ?? []) : [];
  const still = confirmed.map(draft => ({ ...draft, inferredFrom: 'presence' as const }));
  if (old === undefined) return confirms ? still : feed.appeared(present?.data, seen);
  return present === undefined
    ? feed.disappeared(old.data, seen)
    : [...feed.changed(old.data, present.data, seen), ...still];
}
