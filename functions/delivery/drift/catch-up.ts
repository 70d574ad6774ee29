import type { HubSystemEvent } from '../../../schemas/catalogue.ts';
import type { Flag } from '../../../schemas/flags.ts';
import { isDueAgain, isOverdue, mostAgain, sentAgain } from '../../core/delivery/catch-up.ts';
import type { Circuit } from '../../core/delivery/circuit.ts';
import { secondsAfter } from '../../core/time/instants.ts';
import { logLine } from '../../shell/log.ts';
import { logLines, minutesBetweenDriftLines } from '../../shell/log-lines.ts';
import { heldAmong } from '../../shell/tables/deliveries/holdings-reader.ts';
import type { HoldingsWriter } from '../../shell/tables/deliveries/holdings-writer.ts';
import { examine } from './examine.ts';
import { type ResendDeps, sendAgain, sendAll } from './resend.ts';

export interface CatchUpDeps extends Omit<ResendDeps, 'limit' | 'writer'> {
  writer: Pick<HoldingsWriter, 'lose' | 'noteAgain'>;
  /** Whether the system is called. */
  circuit: () => Promise<Circuit>;
}

/**
 * Brings a system that is behind to what it is owed, without anybody asking for it: what it has not held for half an hour
 * is put into its own queue again, the newest first, and less and less often, but for as long as there is a difference. A
 * system that is out of reach is left alone while anything waits for it, by which its circuit asks whether it is back; the next
 * measurement says that it is still behind.
 */
export async function catchUp(deps: CatchUpDeps, { time }: Pick<HubSystemEvent, 'time'>): Promise<void> {
  const at = deps.now();
  const isOld = secondsAfter(time, 60 * minutesBetweenDriftLines) <= at;
  const limit = isOld ? 0 : mostAgain(await deps.circuit(), at);
  if (limit === 0) return;
  const holdings = await deps.holdings();
  const held = heldAmong(holdings);
  const againOf = (id: string) => holdings.receipts.get(id)?.again;
  /** Of what nobody owes the system, the version of the clearance is not known yet. */
  const isExtraDue = (id: string) =>
    isOverdue(held.get(id)?.since ?? at, at) && (againOf(id)?.notBefore ?? at) <= at;
  const leftOut = (id: string, owed: Flag | undefined) =>
    !(owed === undefined ? isExtraDue(id) : isDueAgain(owed, holdings.receipts.get(id) ?? {}, at));
  const { corrections } = await examine({ ...deps, limit, leftOut }, held);
  const sent = await sendAll(corrections, async one => {
    const version = one.event?.data.flag.version;
    if (version === undefined) return false;
    const last = holdings.receipts.get(one.id);
    await deps.writer.noteAgain(one.id, sentAgain(version, last ?? {}, at));
    return sendAgain(deps, one, last);
  });
  logLine(logLines.caughtUp, sent);
}
