import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { SystemName } from '../../../schemas/reference.ts';
import { completeEvent } from '../../core/envelope/complete-event.ts';
import { learntId, personCrossReference } from '../../core/identity/cross-reference.ts';
import { mistakenSchema, ofPerson, unconfirmed } from '../../core/quarantine/mistaken-person.ts';
import { linkSaid, type PersonLink } from '../../core/quarantine/person-link.ts';
import { HubError } from '../../shell/errors.ts';
import { readJson } from '../../shell/http/json.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { mistakenContentType } from '../../shell/tables/quarantine/item.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { findPersons } from '../item/persons.ts';
import type { ReceiveDeps } from '../item/receive-items.ts';
import type { Resubmission } from '../item/resubmission.ts';

type MistakenDeps = Pick<ReceiveDeps, 'publish' | 'directory' | 'adapter'> & { keep: Keep };

/**
 * Takes what was said of a person by a key that was forgotten: to the person whom the key is now known to mean. While
 * nobody has said who that is, the home that was named with them is warned, unconfirmed, and it waits.
 * @throws {HubError} when the bus does not take it, or it is none that the hub kept.
 */
export async function receiveMistaken(
  text: string,
  { quarantineId: id, attempt, receivedAt }: Resubmission,
  deps: MistakenDeps,
): Promise<void> {
  const { event, knownAs } = mistakenIn(text);
  const { knownAt: uprn } = event.data;
  const { system } = deps.adapter.manifest;
  const meant = (await findPersons([{ persons: [knownAs] }], deps.directory))(knownAs);
  const publish = async (events: readonly (SystemEvent | undefined)[]) => {
    const all = events.filter(one => one !== undefined).map(one => ({ ...one, causationid: id, attempt }));
    const unpublished = await deps.publish(all);
    if (unpublished.length > 0) throw new HubError('The bus did not take an event', { retryable: true });
  };
  if (meant.as === 'learnt') {
    const { person, at } = meant;
    const learnt = learntId({ ...personCrossReference(knownAs), learntAt: at });
    await publish([ofPerson(event, person, learnt), linkEvent(true, { person, knownAs, at, uprn }, system)]);
    logLine(logLines.quarantinedEventReceived, { quarantineId: id, type: event.type });
    return;
  }
  const formerly = meant.as === 'unknown' ? meant.formerly : undefined;
  await publish([formerly && linkEvent(false, { ...formerly, knownAs, uprn }, system), unconfirmed(event)]);
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

function mistakenIn(text: string) {
  const json = readJson(text);
  const read = mistakenSchema.safeParse(json.ok ? json.value : undefined);
  if (read.success) return read.data;
  throw new HubError('This is nothing that the hub kept of a forgotten key', { retryable: false });
}
