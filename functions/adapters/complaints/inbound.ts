import type { HomeLocator, Translation } from '../contract.ts';
import { present } from '../kit/present.ts';
import { type Said, translations } from './drafts.ts';
import type { Entry, EntryEvent, EntryOf } from './vendor.ts';

/**
 * An entry of the case log as shared events: a response makes one for itself and one for each promise.
 * @returns a problem when the entry says neither a UPRN nor an address: nobody could tell which home it means; and when
 * it corrects itself.
 */
export function inbound(entry: Entry): Translation {
  const home = homeOf(entry);
  if (home === undefined) {
    const message = 'The entry has neither a UPRN nor an address';
    return { ok: false, problems: [{ path: '/address', message, expected: 'uprn, or address on one line' }] };
  }
  if (entry.corrects === entry.entryId) {
    const message = 'An entry cannot correct itself';
    return {
      ok: false,
      problems: [{ path: '/corrects', message, expected: 'the entryId of an earlier entry' }],
    };
  }
  const common = {
    vendorEventId: entry.entryId,
    entry: present({ id: entry.entryId, corrects: entry.corrects }),
    happened: entry.recordedAt,
    home,
  };
  return { ok: true, events: saidBy(entry).map(said => ({ ...common, ...said })) };
}

/** The UPRN where the case has one: an address is what somebody said on the telephone. */
function homeOf({ uprn, address }: Entry): HomeLocator | undefined {
  if (uprn !== undefined) return { by: 'uprn', uprn };
  return address === undefined ? undefined : { by: 'address', address };
}

function saidBy<E extends EntryEvent>(entry: EntryOf<E>): Said[] {
  return translations[entry.event](entry);
}
