import { systemRequest } from '../../../support/system-request.ts';
import type { Shown } from '../accounting/wrongness.ts';
import type { Act, Message } from '../world/act.ts';
import type { Borough } from '../world/borough.ts';
import { type Hub, openHub } from './hub.ts';
import type { Refusal, Taken } from './refusal.ts';
import { decisionTaker } from './take-decision.ts';
import { listTaker } from './take-list.ts';

/** What came of a borough’s two years. */
export interface Driven {
  shown: readonly Shown[];
  refusals: readonly Refusal[];
}

/** Lets a hub hear everything that is said in a borough, at the instants at which it is said. */
export async function drive(borough: Borough): Promise<Driven> {
  const hub = await openHub(borough.extract, borough.begins, borough.outages);
  const take = takerOf(hub);
  const refusals: Refusal[] = [];
  for (const act of borough.acts) {
    await hub.advance(act.at);
    const refused = await take(act);
    if (refused !== undefined) refusals.push({ act, ...refused });
    await hub.drain();
  }
  await hub.advance(borough.ends);
  return { shown: [...hub.receivers.values()].flatMap(receiver => receiver.shown(borough.ends)), refusals };
}

function takerOf(hub: Hub) {
  const believe = listTaker(hub);
  const decide = decisionTaker(hub);
  return (act: Act): Taken => {
    if (act.kind === 'message') return send(hub, act);
    return act.kind === 'list' ? believe(act) : decide(act);
  };
}

async function send({ functions, clock }: Hub, { system, body }: Message): Taken {
  clock.work();
  const answer = await functions.receive.get(system)?.(systemRequest(system, body));
  if (answer === undefined || !('statusCode' in answer)) throw new Error(`${system} was not answered`);
  const { statusCode: status = 500, body: text = '' } = answer;
  const { rejected, quarantined } = JSON.parse(text);
  const isTaken = status === 202 && rejected.length === 0 && quarantined.length === 0;
  return isTaken ? undefined : { status, body: text };
}
