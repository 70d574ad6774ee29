import { announcementFor } from '../../core/views/announcement.ts';
import { chunksOf } from '../../shell/chunks.ts';
import { type Holdings, heldAmong, type Receipt } from '../../shell/tables/deliveries/holdings-reader.ts';
import type { HoldingsWriter } from '../../shell/tables/deliveries/holdings-writer.ts';
import { type Correction, type ExamineDeps, examine } from './examine.ts';

export interface SendAgainDeps extends Pick<ExamineDeps, 'team'> {
  writer: Pick<HoldingsWriter, 'lose'>;
  /** Puts a text into the system's own queue. */
  send: (text: string) => Promise<void>;
}

export interface ResendDeps extends Omit<ExamineDeps, 'leftOut'>, SendAgainDeps {
  holdings: () => Promise<Holdings>;
}

/** What was put into the queue of each kind, and whether that was everything. */
export interface Resent {
  raise: number;
  update: number;
  remove: number;
  complete: boolean;
}

const sideBySide = 25;

/**
 * Puts everything that a system is owed and does not have into its own queue once more, and clearances of what nobody
 * owes it, as the bus would: from there it goes the way of any news. No other system is sent anything. What is there
 * twice is sent once, because the ids and versions are the same.
 */
export async function resend(deps: ResendDeps): Promise<Resent> {
  const holdings = await deps.holdings();
  const { counts, corrections } = await examine(deps, heldAmong(holdings));
  const resent = await sendAll(corrections, one => sendAgain(deps, one, holdings.receipts.get(one.id)));
  return { ...resent, complete: corrections.length === counts.raise + counts.update + counts.remove };
}

/** Sends corrections in their order, some side by side. @returns how many of each kind there was something to send of. */
export async function sendAll(
  corrections: readonly Correction[],
  sendOne: (correction: Correction) => Promise<boolean>,
): Promise<Record<Correction['kind'], number>> {
  const counts = { raise: 0, update: 0, remove: 0 };
  for (const chunk of chunksOf([...corrections], sideBySide)) {
    const sent = await Promise.all(chunk.map(sendOne));
    for (const [index, { kind }] of chunk.entries()) counts[kind] += Number(sent[index]);
  }
  return counts;
}

/** Puts one correction into the system's own queue. @returns false where there is nothing to send to the system. */
export async function sendAgain(
  { team, writer, send }: SendAgainDeps,
  { id, event }: Correction,
  receipt: Receipt | undefined,
): Promise<boolean> {
  if (event === undefined || announcementFor(team, event) === undefined) return false;
  if (receipt?.version === event.data.flag.version) await writer.lose(id, event.data.flag.version);
  const { source, time, type } = event;
  await send(
    JSON.stringify({ version: '0', id: event.id, source, time, 'detail-type': type, detail: event }),
  );
  return true;
}
