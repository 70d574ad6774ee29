import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { lastWriter } from './registers.ts';
import type { CorrectionRow, Row } from './row.ts';

type Correcting = SystemEvent & { corrects: string };

/** True for an event that corrects an entry heard earlier or still to be heard, or an event heard earlier. */
export function isCorrecting(event: SystemEvent): event is Correcting {
  return event.corrects !== undefined;
}

/** The key of the row that says whether an entry was corrected. */
export function correctionKey(entry: string): string {
  return `CORRECTED#${entry}`;
}

/** The keys of the rows that say whether an event still counts, and that it makes another entry count no more. */
export function correctionKeysOf({ entryid, learntkey, corrects }: SystemEvent): string[] {
  return [entryid, learntkey, corrects].flatMap(entry => (entry === undefined ? [] : [correctionKey(entry)]));
}

/**
 * True when what came of this event's entry counts no more, or another event was put in its own place. Entries' ids are
 * derived from their source: no system can correct another's. An event is replaced only after it was committed, so that
 * whoever commits it has not to ask.
 */
export function isCorrected(event: SystemEvent, rows: Readonly<Record<string, Row>>): boolean {
  return [...correctableBy(event), event.id].some(entry => rows[correctionKey(entry)] !== undefined);
}

/** By what an event can be made to count no more: the entry that it comes of, and the learnt key that brought it here. */
export function correctableBy({ entryid, learntkey }: Pick<SystemEvent, 'entryid' | 'learntkey'>): string[] {
  return [entryid, learntkey].filter(entry => entry !== undefined);
}

/** The rows of the entries that these events correct; commutative and idempotent over events. */
export function correctedBy(
  events: readonly SystemEvent[],
  rows: Readonly<Record<string, Row>>,
): Record<string, CorrectionRow> {
  const corrected: Record<string, CorrectionRow> = {};
  for (const event of events.filter(isCorrecting)) {
    const key = correctionKey(event.corrects);
    const before = corrected[key] ?? (rows[key] as CorrectionRow | undefined);
    const next = { at: event.time, rank: 0, id: event.id, value: true as const };
    corrected[key] = { row: 'correction', by: lastWriter(before?.by, next) };
  }
  return corrected;
}
