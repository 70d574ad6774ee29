import { learntFrom, readWaitingKey } from '../../core/quarantine/waits-for.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Resubmit } from '../../shell/resubmission.ts';
import type { CrossReferences } from '../../shell/tables/directory/cross-references.ts';
import type { QuarantineItem } from '../../shell/tables/quarantine/item.ts';
import type { QuarantineReader } from '../../shell/tables/quarantine/quarantine-reader.ts';
import { type ForgottenDeps, onForgotten } from './on-forgotten.ts';
import { onPersonForgotten } from './on-person-forgotten.ts';
import { type ReleaseDeps, releaseAll } from './release.ts';

export interface ResolvedDeps extends ReleaseDeps, ForgottenDeps {
  items: Pick<QuarantineReader, 'find'>;
  crossReferences: CrossReferences;
  resubmit: Resubmit;
  /** Every system whose refused items are kept. */
  systems: readonly string[];
}

/**
 * What follows when an item was resolved: the home or person that a system means by a key is learnt, all else that waits for
 * the key is released, and a ticket for the item goes to its system's inbound queue. Each step can be done again: what ends
 * between sending and storing that it was sent, sends the same ticket once more.
 */
export async function onResolved(deps: ResolvedDeps, resolved: QuarantineItem): Promise<void> {
  const { id, system, resolutions } = resolved;
  await learn(deps, resolved);
  if (await isAskedOtherwise(deps, resolved)) return;
  const item = await deps.items.find([system], id);
  if (item?.state !== 'resolved' || item.resolutions.length !== resolutions.length) return;
  if (resolutions.at(-1)?.forgotten === true) await askOfPerson(deps, item);
  const attempt = resolutions.length;
  await deps.resubmit({ system, quarantineId: id, attempt });
  await deps.resolver.resubmitted(item);
  logLine(logLines.quarantineResubmitted, { quarantineId: id, attempt });
}

/**
 * Whether it is sent in again because it was forgotten which home its key means: then it is asked about as all else is that
 * came by the key, as what it became.
 */
async function isAskedOtherwise(deps: ResolvedDeps, item: QuarantineItem): Promise<boolean> {
  const { system, key = '', resolutions } = item;
  const waitsFor = readWaitingKey(key);
  if (resolutions.at(-1)?.forgotten !== true || waitsFor === undefined || !('home' in waitsFor)) return false;
  const noted = await deps.crossReferences.noted(system, waitsFor.home);
  if (noted === undefined) return false;
  await onForgotten(deps, noted);
  await deps.resolver.resubmitted(item);
  return true;
}

/** What came by the same person's key without a question is asked about beside what came with one. */
async function askOfPerson(deps: ResolvedDeps, { system, key = '' }: QuarantineItem): Promise<void> {
  const waitsFor = readWaitingKey(key);
  const learnt = waitsFor && learntFrom(waitsFor, system);
  const noted = learnt && (await deps.crossReferences.noted(learnt.system, learnt.key));
  if (noted !== undefined) await onPersonForgotten(deps, noted);
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
  const before = await deps.crossReferences.noted(learnt.system, learnt.key);
  // What was on its way when the key was forgotten has come to the old home since, and goes where the rest goes.
  if (before?.forgottenAt !== undefined) {
    await onForgotten(deps, before);
    await onPersonForgotten(deps, before);
  }
  await deps.crossReferences.learn({
    ...learnt,
    ...((before?.forgottenAt !== undefined || before?.again === true) && { again: true as const }),
    ...(uprn !== undefined && { uprn }),
    ...(person !== undefined && { person }),
    ...(taughtBy !== undefined && { taughtBy }),
    because: id,
    learntAt: latest.at,
  });
  const senders = person === undefined ? [system] : deps.systems;
  for (const sender of senders) await releaseAll(deps, sender, key, id);
}
