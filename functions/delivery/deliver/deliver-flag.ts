import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { type Instant, instantOf } from '../../../schemas/reference.ts';
import type { Outcome } from '../../core/delivery/outcome.ts';
import { announcementFor } from '../../core/views/announcement.ts';
import { logger } from '../../shell/logger.ts';
import type { Deliveries } from '../../shell/tables/deliveries/deliveries-store.ts';
import type { Lease } from '../../shell/tables/deliveries/items.ts';
import { type MessageDeps, messageOf } from './message.ts';
import type { Send } from './send.ts';

export interface TellDeps extends MessageDeps {
  deliveries: Deliveries;
  send: Send;
  now: () => Instant;
  /** A word that nobody else has. */
  newToken: () => string;
}

/** What is to be done with a message: nothing more, or what its sending came to. */
export type Verdict = { kind: 'done' } | Exclude<Outcome, { kind: 'taken' }>;

/** Longer than an invocation can last: a lease that is over was held by one that died. */
const leaseSeconds = 35;

/**
 * Tells a system of a flag in its own format, or as a CloudEvent where it has none. Withheld when its team may not know of
 * the flag, and when it was told this version or a higher one. While one version is being told no other is, so that none
 * overtakes it. The receipt is written after the sending: a crash between the two sends the same message, with the same
 * id, once more.
 */
export async function tell(deps: TellDeps, announced: HubFlagEvent): Promise<Verdict> {
  const { adapter, deliveries, now, newToken } = deps;
  const { flag } = announced.data;
  const log = { eventId: announced.id, code: flag.code, version: flag.version };
  const event = announcementFor(adapter.manifest.team, announced);
  if (event === undefined) {
    logger.warn('Withheld: not for this team', log);
    return { kind: 'done' };
  }
  const at = now();
  const until = instantOf(Date.parse(at) + leaseSeconds * 1000);
  const state = event.type === 'housing.flag.cleared.v1' ? 'cleared' : 'in-force';
  const lease: Lease = { token: newToken(), version: flag.version, state, until };
  const begun = await deliveries.begin(flag, lease, at);
  if (begun === 'held') return { kind: 'later', reason: 'another version is being told', untried: true };
  if (begun === 'told') {
    logger.info('Withheld: told already', log);
    return { kind: 'done' };
  }
  try {
    const verdict = await push(deps, event, lease);
    if (verdict.kind === 'done') logger.info('Delivered', log);
    else await deliveries.abandon(flag, lease);
    return verdict;
  } catch (error) {
    await deliveries.abandon(flag, lease).catch(() => undefined);
    throw error;
  }
}

async function push(deps: TellDeps, event: HubFlagEvent, lease: Lease): Promise<Verdict> {
  const { deliveries, send, now } = deps;
  const outcome = await send(await messageOf(deps, event), event);
  if (outcome.kind !== 'taken') return outcome;
  const { version, state } = lease;
  const told = { version, state, eventId: event.id, sentAt: now() };
  const isKept = await deliveries.finish(event.data.flag, lease, told, outcome.acknowledged);
  return isKept ? { kind: 'done' } : { kind: 'later', reason: 'the lease was lost', untried: true };
}
