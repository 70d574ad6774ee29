import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { asRaised } from '../../core/delivery/correction.ts';
import type { SendOutcome } from '../../core/delivery/send-outcome.ts';
import { secondsAfter } from '../../core/time/instants.ts';
import { announcementFor } from '../../core/views/announcement.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Deliveries } from '../../shell/tables/deliveries/deliveries-store.ts';
import type { Lease } from '../../shell/tables/deliveries/items.ts';
import { type MessageDeps, messageOf } from './message.ts';
import type { Send } from './send.ts';

export interface DeliverFlagDeps extends MessageDeps {
  deliveries: Deliveries;
  send: Send;
  now: () => Instant;
  /** A unique lease token. */
  newToken: () => string;
}

/** What became of the delivery: nothing is left to do (acknowledged or withheld), retry later, or refused for good. */
export type DeliveryOutcome = { kind: 'done' } | Exclude<SendOutcome, { kind: 'taken' }>;

/**
 * As long as an invocation can last, and half a minute more: once a lease is over, whoever held it is dead, and what it
 * sent and got no answer to has arrived, unless the receiver takes longer than that.
 */
const leaseSeconds = 60;

/**
 * Delivers a flag to a system in its own format, or as a CloudEvent where it has none. Withheld when its team may not know
 * of the flag, and when it was sent this version or a higher one (deduplication). A lease on the row of the flag lets one
 * version be sent at a time, so that none overtakes another. The receipt is written after the sending: a crash between the
 * two sends the same message, with the same id, once more (at least once). Where no answer came, the lease is kept until it
 * is over: the system may take the message yet, and a later version that it took before would be overwritten. So it is where
 * it failed to be written that it was sent: its receipt counts by the lease. A change of what the system does not show is
 * sent as raised.
 */
export async function deliverFlag(deps: DeliverFlagDeps, announced: HubFlagEvent): Promise<DeliveryOutcome> {
  const { adapter, deliveries, now, newToken } = deps;
  const { flag } = announced.data;
  const log = { eventId: announced.id, flagCode: flag.code, version: flag.version };
  const allowed = announcementFor(adapter.manifest.team, announced);
  if (allowed === undefined) {
    logLine(logLines.deliveryForbidden, log);
    return { kind: 'done' };
  }
  const at = now();
  const until = secondsAfter(at, leaseSeconds);
  const state = allowed.type === 'housing.flag.cleared.v1' ? 'cleared' : 'in-force';
  const lease: Lease = { token: newToken(), version: flag.version, state, until };
  const begun = await deliveries.begin(flag, lease, at);
  if (begun.kind === 'held') return { kind: 'later', reason: 'another version is being sent', untried: true };
  if (begun.kind === 'told') {
    logLine(logLines.deliveryRepeated, log);
    return { kind: 'done' };
  }
  const event = begun.isShown ? allowed : asRaised(allowed);
  const outcome = await sendNow(deps, event).catch(async (error: unknown) => {
    await deliveries.abandon(flag, lease).catch(() => undefined);
    throw error;
  });
  // From here on the system may have it. Where it is not written that it was sent, a receipt counts by the lease.
  if (outcome.kind === 'taken') {
    const sent = { eventId: announced.id, sentAt: now(), acknowledged: outcome.acknowledged };
    if (await noteSent(deps, event, lease, sent)) {
      logLine(logLines.delivered, log);
      return { kind: 'done' };
    }
    await deliveries.abandon(flag, lease);
    return { kind: 'later', reason: 'the lease was lost', untried: true };
  }
  if (!(outcome.kind === 'later' && outcome.unanswered)) await deliveries.abandon(flag, lease);
  return outcome;
}

/** @throws where the hub's own side failed before anything was sent. */
async function sendNow(deps: DeliverFlagDeps, event: HubFlagEvent): Promise<SendOutcome> {
  return await deps.send(await messageOf(deps, event), event);
}

interface Sent {
  /** The announcement that it is of, also where it is put in other words. */
  eventId: string;
  sentAt: Instant;
  acknowledged: boolean;
}

/** @returns false when the lease was lost. */
async function noteSent(
  { deliveries }: DeliverFlagDeps,
  { data: { flag } }: HubFlagEvent,
  lease: Lease,
  { acknowledged, ...sent }: Sent,
): Promise<boolean> {
  const { version, state } = lease;
  const shown = state === 'in-force' ? { heardFrom: flag.sources, since: flag.since } : {};
  return await deliveries.finish(flag, lease, { version, state, ...sent, ...shown }, acknowledged);
}
