import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { encryptedPrefix } from '../../../schemas/encrypted.ts';
import { maximumDetailBytes } from '../../../schemas/envelope.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { EventDraft, Problem } from '../../adapters/contract.ts';
import { asLargeAsEncrypted } from '../../core/encryption/encrypt-event.ts';
import { encryptedAt } from '../../core/encryption/refused-text.ts';
import { completeEvent, type Origin } from '../../core/envelope/complete-event.ts';
import { secondsAfter } from '../../core/time/instants.ts';
import { detailBytes } from '../../shell/publisher.ts';
import type { Homes } from './homes.ts';
import { placementOf, type Unplaced } from './placement.ts';
import { problemsOf } from './problems.ts';

/** By how much a sender's clock may be ahead of the hub's. */
const clockSkewSeconds = 5 * 60;

/** The events of an item, ready to publish, or what stands in the way. */
export type Completion =
  | { events: SystemEvent[] }
  | ({
      refused: 'unmatched' | 'ambiguous' | 'mistranslated' | 'not-yet' | 'rejected';
      problems: Problem[];
    } & Partial<Unplaced>);

/**
 * Completes an item's drafts into events. An item is taken whole or not at all. `mistranslated` means that the adapter
 * made something that is not of the catalogue: the hub's own mistake, not the sender's. `not-yet` is kept until it is corrected,
 * or sent in again when its day has come: what was kept is judged by the present time, not by when it was first heard.
 */
export function complete(
  drafts: readonly EventDraft[],
  homes: Homes,
  origin: Origin & { now: Instant },
): Completion {
  const ordinals = new Map<string, number>();
  const events: SystemEvent[] = [];
  for (const draft of drafts) {
    const { at } = draft.happened;
    if (at > secondsAfter(origin.now, clockSkewSeconds))
      return { refused: 'not-yet', problems: [notYet(at, origin.now)] };
    const placement = placementOf(draft, homes);
    if (!placement.placed) {
      const { placed: _not, reason, ...why } = placement;
      return { refused: reason, ...why };
    }
    const ordinal = ordinals.get(draft.type) ?? 0;
    ordinals.set(draft.type, ordinal + 1);
    const completed = completeEvent(draft, ordinal, placement.resolved, origin);
    if (!completed.ok) return { refused: 'mistranslated', problems: problemsOf(completed.error, draft) };
    const forged = encryptedAt(completed.event);
    if (forged !== undefined) return { refused: 'rejected', problems: [looksEncrypted()] };
    const bytes = detailBytes(asLargeAsEncrypted(completed.event));
    if (bytes > maximumDetailBytes) return { refused: 'rejected', problems: [tooLarge(bytes)] };
    events.push(completed.event);
  }
  return { events };
}

/**
 * A typing error of a year would be a warning that its own end, a year too early, could not end; or an end that nothing could
 * undo. What will happen is not told as having happened.
 */
function notYet(received: Instant, now: Instant): Problem {
  return {
    path: '',
    message: 'This has not happened yet: correct its date, or send it in again when it has happened',
    expected: `no later than ${now}`,
    received,
  };
}

function looksEncrypted(): Problem {
  return {
    path: '',
    message: `No text may begin with "${encryptedPrefix}": the hub encrypts what it is told in clear`,
  };
}

function tooLarge(bytes: number): Problem {
  return {
    path: '',
    message: 'An event of this item would be too large: send files by reference, not in the message',
    expected: `at most ${maximumDetailBytes} bytes`,
    received: `${bytes} bytes`,
  };
}
