import { learntFrom, readWaitingKey } from '../../core/quarantine/waits-for.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Resubmit } from '../../shell/resubmission.ts';
import type { CrossReferences } from '../../shell/tables/directory/cross-references.ts';
import type { QuarantineItem } from '../../shell/tables/quarantine/item.ts';
import type { QuarantineReader } from '../../shell/tables/quarantine/quarantine-reader.ts';
import { type ReleaseDeps, releaseAll } from './release.ts';

export interface ResolvedDeps extends ReleaseDeps {
  items: Pick<QuarantineReader, 'find'>;
  crossReferences: CrossReferences;
  resubmit: Resubmit;
  /** Every system whose refused items are kept. */
  systems: readonly string[];
}

/**
 * What follows when an item was resolved: the home or person that a system means by a key is learnt, all else that waits for
 * the key is released, and a ticket for the item goes into its system's inbound queue. Each step can be done again: what ends
 * between sending and storing that it was sent, sends the same ticket once more.
 */
export async function onResolved(deps: ResolvedDeps, resolved: QuarantineItem): Promise<void> {
  const { id, system, resolutions } = resolved;
  await learn(deps, resolved);
  const item = await deps.items.find([system], id);
  if (item?.state !== 'resolved' || item.resolutions.length !== resolutions.length) return;
  const attempt = resolutions.length;
  await deps.resubmit(system, { quarantineId: id, attempt });
  await deps.resolver.resubmitted(item);
  logLine(logLines.quarantineResubmitted, { quarantineId: id, attempt });
}

/** What identifies is learnt, with who taught it; all that waits for it goes on, whichever system sent it. */
async function learn(
  deps: ResolvedDeps,
  { id, system, key = '', resolutions }: QuarantineItem,
): Promise<void> {
  const [waitsFor, latest] = [readWaitingKey(key), resolutions.at(-1)];
  const { uprn, person } = latest ?? {};
  const learnt = waitsFor && learntFrom(waitsFor, system);
  if (latest === undefined || learnt === undefined || (uprn ?? person) === undefined) return;
  const taughtBy = 'officer' in latest.by ? latest.by : undefined;
  await deps.crossReferences.learn({
    ...learnt,
    ...(uprn !== undefined && { uprn }),
    ...(person !== undefined && { person }),
    ...(taughtBy !== undefined && { taughtBy }),
    because: id,
    learntAt: latest.at,
  });
  const senders = person === undefined ? [system] : deps.systems;
  for (const sender of senders) await releaseAll(deps, sender, key, id);
}
