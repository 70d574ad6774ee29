import { learntId } from '../../core/identity/cross-reference.ts';
import { homesStandingFor } from '../../core/identity/succession.ts';
import { broughtTo, unmatchedSchema } from '../../core/quarantine/unmatched.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { nameOfKey } from '../../shell/tables/directory/directory-store.ts';
import { placesWithSuccessors } from '../../shell/tables/directory/succession.ts';
import { unmatchedContentType } from '../../shell/tables/quarantine/item.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { ReceiveDeps } from '../item/receive-items.ts';
import type { Resubmission } from '../item/resubmission.ts';
import { keptIn, publishKept } from './kept.ts';

type UnmatchedDeps = Pick<ReceiveDeps, 'publish' | 'directory' | 'adapter'> & { keep: Keep };

/**
 * Takes an event that was taken off a home because the key that brought it there was forgotten: to the home that the key is
 * now known to mean. While nobody has said which that is, it goes back to waiting.
 * @throws {HubError} when the bus does not take it, or it is none that the hub kept.
 */
export async function receiveUnmatched(
  text: string,
  resubmission: Resubmission,
  deps: UnmatchedDeps,
): Promise<void> {
  const { quarantineId: id, attempt, receivedAt } = resubmission;
  const unmatched = keptIn(unmatchedSchema, text);
  const { event, key } = unmatched;
  const { system } = deps.adapter.manifest;
  const found = await homeOf(deps, key);
  if (found === undefined) {
    await deps.keep({
      ...{ system, reason: 'unmatched', payload: text, contentType: unmatchedContentType, receivedAt },
      problems: [{ path: 'home', message: 'Nobody has said yet which home the key means' }],
      ...{ eventType: event.type, waitsFor: { home: key }, resubmitted: { id, attempt } },
    });
    return;
  }
  const brought = broughtTo(unmatched, found, found.learnt);
  await publishKept(deps.publish, resubmission, [brought]);
  logLine(logLines.quarantinedEventReceived, { quarantineId: id, type: event.type });
}

async function homeOf({ directory, adapter }: UnmatchedDeps, key: string) {
  const { system } = adapter.manifest;
  const learnt = (await directory.learnt([{ system, key }])).get(nameOfKey({ system, key }));
  if (learnt?.uprn === undefined || learnt.forgottenAt !== undefined) return undefined;
  const places = await placesWithSuccessors(directory, [learnt.uprn]);
  const [uprn, ...others] = homesStandingFor([learnt.uprn], one => places.get(one));
  if (uprn === undefined || others.length > 0) return undefined;
  return { uprn, block: places.get(uprn)?.blockUprn, learnt: learntId({ ...learnt, system }) };
}
