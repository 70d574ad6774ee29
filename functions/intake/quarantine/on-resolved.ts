import { readWaitingKey } from '../../core/quarantine/waits-for.ts';
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
}

/**
 * What follows when an item was resolved: the home that its system means by a key is learnt, all else that waits for the
 * key is released, and the item goes into its system's inbound queue once more. Each step can be done again: what ends
 * between sending and storing that it was sent, sends the same message once more, with the same ids in it.
 */
export async function onResolved(deps: ResolvedDeps, resolved: QuarantineItem): Promise<void> {
  const { id, system, key, receivedAt, resolutions } = resolved;
  const [uprn, waitsFor] = [resolutions.at(-1)?.uprn, key === undefined ? undefined : readWaitingKey(key)];
  if (uprn !== undefined && key !== undefined && waitsFor !== undefined && 'home' in waitsFor) {
    const learntAt = resolutions.at(-1)?.at ?? deps.now();
    await deps.crossReferences.learn(system, waitsFor.home, { uprn, because: id, learntAt });
    await releaseAll(deps, system, key, id);
  }
  const item = await deps.items.find([system], id);
  if (item?.state !== 'resolved' || item.resolutions.length !== resolutions.length) return;
  const { payload, contentType } = item.corrected ?? item;
  const attempt = resolutions.length;
  await deps.resubmit(system, { payload, contentType, quarantineId: id, attempt, receivedAt });
  await deps.resolver.resubmitted(item);
  logLine(logLines.quarantineResubmitted, { quarantineId: id, attempt });
}
