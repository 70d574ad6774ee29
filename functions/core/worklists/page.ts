import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { parseFlagId } from '../flags/flag-id.ts';
import { isListed, type ListViewer, mayKnowOf, type Worklist } from './worklist.ts';

/** What part of a list is wanted, and by whom. */
export interface Wanted {
  viewer: ListViewer;
  list: Worklist;
  /** Of this owner's flags alone. */
  isOwned: (flag: Flag) => boolean;
  at: Instant;
  /** The flag after which to go on: what `next` said. */
  after?: string | undefined;
  limit: number;
}

/** How many flags one page looks through: more than that, and it is answered with what was found up to there. */
const maximumPassed = 10_000;

/**
 * A page of a list, out of all flags in the order in which they are kept, which never changes: whatever becomes of flags
 * between two pages, none that stays on the list is left out or comes twice. Only what the viewer may know of counts, and
 * only that is named by `next`: neither it nor a short page tells of anything else.
 * @param flags from the subject on of which `after` is, those of one subject by id
 */
export async function pageOf(
  flags: AsyncIterable<Flag>,
  { viewer, list, isOwned, at, after, limit }: Wanted,
): Promise<{ flags: Flag[]; next?: string }> {
  const from = after === undefined ? undefined : parseFlagId(after)?.on;
  const found: Flag[] = [];
  let last: string | undefined;
  let passed = 0;
  for await (const flag of flags) {
    if (!mayKnowOf(viewer, flag)) continue;
    if (after !== undefined && flag.on === from && flag.id <= after) continue;
    const listed = isOwned(flag) && isListed(viewer, list, flag, at);
    if (last !== undefined && (passed === maximumPassed || (listed && found.length === limit))) {
      return { flags: found, next: last };
    }
    if (listed) found.push(flag);
    last = flag.id;
    passed += 1;
  }
  return { flags: found };
}
