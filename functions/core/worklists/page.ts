import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { parseFlagId } from '../flags/flag-id.ts';
import { isListed, type ListViewer, type Worklist } from './worklist.ts';

/** What part of a list is wanted, and by whom. */
export interface Wanted {
  viewer: ListViewer;
  list: Worklist;
  /** Of this owner's flags alone. */
  isOwned: (flag: Flag) => boolean;
  at: Instant;
  /** The flag after which to go on. */
  after?: string | undefined;
  limit: number;
  /** In which part of the index a flag is kept: all flags of a part come together. */
  partOf: (flag: Flag) => string;
}

/** Where the next page begins: after a flag that was shown, or with a part of the index. */
export type Onward = { after: string } | { from: string };

/** How many flags one page looks through, whoever may know of them, but for the rest of a part that it has begun. */
const maximumLooked = 10_000;

/**
 * A page of a list, out of all flags in the order in which they are kept, which never changes: whatever becomes of flags
 * between two pages, none that stays on the list is left out or comes twice. A page that found little among many ends with a
 * part of the index. So it never names a flag that is not on the viewer's list, and a short page says how many flags the
 * landlord has, in ten thousands, and nothing of any home.
 * @param flags from the subject on of which `after` is, those of one subject by id
 */
export async function pageOf(
  flags: AsyncIterable<Flag>,
  { viewer, list, isOwned, at, after, limit, partOf }: Wanted,
): Promise<{ flags: Flag[]; next?: Onward }> {
  const from = after === undefined ? undefined : parseFlagId(after)?.on;
  const found: Flag[] = [];
  let [looked, part] = [0, ''];
  for await (const flag of flags) {
    if (after !== undefined && flag.on === from && flag.id <= after) continue;
    const own = partOf(flag);
    if (looked >= maximumLooked && own !== part) return { flags: found, next: { from: own } };
    [looked, part] = [looked + 1, own];
    if (!isOwned(flag) || !isListed(viewer, list, flag, at)) continue;
    const last = found.at(-1);
    if (last !== undefined && found.length === limit) return { flags: found, next: { after: last.id } };
    found.push(flag);
  }
  return { flags: found };
}
