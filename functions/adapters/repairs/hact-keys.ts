import { tidied } from '../kit/tidied.ts';

/**
 * HACT writes `SitePropertyUnit`, `AddressLine`, `ID`; most JSON of the field writes `sitePropertyUnit`, `id`, and some
 * payloads mix both. Every key in the second spelling, so that one schema reads them all.
 */
export function withCamelKeys(message: unknown): unknown {
  return tidied(message, { spell: camelKey, withNone });
}

/** A hazard's investigation may find none. */
const withNone: ReadonlySet<string> = new Set(['result']);

/** Lowers the capitals that a key begins with, up to the one that begins its next word: `URIPath` is `uriPath`. */
function camelKey(key: string): string {
  return key.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, capitals => capitals.toLowerCase());
}

/** The field by which a message without `messageType` is recognised: HACT has it in that kind of message alone. */
const tellingFields = [
  ['relatedWorkOrderReference', 'JobStatusUpdate'],
  ['workOrderReference', 'WorkOrderComplete'],
  ['assignedToPrimary', 'ScheduleRepair'],
  ['descriptionOfWork', 'RaiseRepair'],
] as const;

/** Puts in the `messageType` that HACT leaves to the address a message is posted to, where the message has none. */
export function withMessageType(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || 'messageType' in message) return message;
  const found = tellingFields.find(([field]) => field in message);
  return found === undefined ? message : { messageType: found[1], ...message };
}
