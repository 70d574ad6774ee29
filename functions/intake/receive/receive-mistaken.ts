import type { SystemName } from '../../../schemas/reference.ts';
import { completeEvent } from '../../core/envelope/complete-event.ts';
import { learntId, personCrossReference } from '../../core/identity/cross-reference.ts';
import { mistakenSchema, ofPerson, unconfirmed } from '../../core/quarantine/mistaken-person.ts';
import { linkSaid, type PersonLink } from '../../core/quarantine/person-link.ts';
import { HubError } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { mistakenContentType } from '../../shell/tables/quarantine/item.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { findPersons } from '../item/persons.ts';
import type { ReceiveDeps } from '../item/receive-items.ts';
import type { Resubmission } from '../item/resubmission.ts';
import { keptIn, publishKept } from './kept.ts';

type MistakenDeps = Pick<ReceiveDeps, 'publish' | 'directory' | 'adapter'> & { keep: Keep };

/**
 * Takes what was said of a person by a key that was forgotten: to the person whom the key is now known to mean. While
 * nobody has said who that is, the home that was named with them is warned, unconfirmed, and it waits.
 * @throws {HubError} when the bus does not take it, or it is none that the hub kept.
 */
export async function receiveMistaken(
  text: string,
  resubmission: Resubmission,
  deps: MistakenDeps,
): Promise<void> {
  const { quarantineId: id, attempt, receivedAt } = resubmission;
  const { event, knownAs } = keptIn(mistakenSchema, text);
  const { knownAt: uprn } = event.data;
  const { system } = deps.adapter.manifest;
  const meant = (await findPersons([{ persons: [knownAs] }], deps.directory))(knownAs);
  if (meant.as === 'learnt') {
    const { person, at } = meant;
    const learnt = learntId({ ...personCrossReference(knownAs), learntAt: at });
    const link = linkEvent(true, { person, knownAs, at, uprn }, system);
    await publishKept(deps.publish, resubmission, [ofPerson(event, person, learnt), link]);
    logLine(logLines.quarantinedEventReceived, { quarantineId: id, type: event.type });
    return;
  }
  const formerly = meant.as === 'unknown' ? meant.formerly : undefined;
  const said = [formerly && linkEvent(false, { ...formerly, knownAs, uprn }, system), unconfirmed(event)];
  await publishKept(
    deps.publish,
    resubmission,
    said.filter(one => one !== undefined),
  );
  await deps.keep({
    ...{ system, reason: 'unmatched', payload: text, contentType: mistakenContentType, receivedAt },
    problems: [{ path: 'person', message: 'Nobody knows any more whom the system means by this key' }],
    ...{ eventType: event.type, waitsFor: { person: knownAs }, soughtAt: uprn },
    resubmitted: { id, attempt },
  });
}

function linkEvent(holds: boolean, link: PersonLink, system: SystemName) {
  const resolved = link.uprn === undefined ? {} : { home: link.uprn };
  const origin = { system, item: undefined, heardAt: link.at };
  const completed = completeEvent(linkSaid(holds, link), 0, resolved, origin);
  if (completed.ok) return completed.event;
  throw new HubError('The hub wrote no event of whom a key means', { retryable: false });
}
