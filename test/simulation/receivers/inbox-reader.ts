import type { Door } from '../hub/http.ts';
import { manifests } from '../hub/plan.ts';
import type { Queue } from '../services/queues.ts';
import type { Weather } from '../weather/weather.ts';
import type { Json } from '../world/process.ts';
import type { Scheduler } from '../world/scheduler.ts';
import { claimsOf } from './claims.ts';
import type { Receiver } from './receiver.ts';

interface InboxDeps {
  scheduler: Scheduler;
  queues: ReadonlyMap<string, Queue>;
  receivers: ReadonlyMap<string, Receiver>;
  door: Door;
  weather: Weather;
  onTaken: (receiver: Receiver, body: unknown) => void;
}

const batch = 10;

/** Has every system that fetches its flags do so soon after they come, and say which of them it took. */
export function fetchInboxes({ scheduler, queues, receivers, door, weather, onTaken }: InboxDeps): void {
  for (const { system } of manifests.filter(({ delivery }) => delivery === 'inbox')) {
    const [queue, receiver] = [queues.get(`${system}-inbox`), receivers.get(system)];
    if (queue === undefined || receiver === undefined) continue;
    let isDue = false;
    const fetch = () => {
      isDue = false;
      const isSafe = receiver.kind === 'naive';
      const disorder = isSafe
        ? undefined
        : weather.befalls('disorder', queue.name, (kind, random) =>
            kind.disorder?.(queue.name) ? random : undefined,
          );
      const messages = queue.receive(batch, visible => disorder?.shuffled(visible) ?? visible);
      if (messages.length === 0) return;
      for (const { receipt } of messages) queue.remove(receipt);
      queue.onVisible?.();
      const isLost = () => weather.befalls('fetch', system, kind => kind.fetch?.()) === true;
      const taken: Json[] = messages.filter(() => !isLost()).map(({ body }) => JSON.parse(body));
      for (const body of taken) onTaken(receiver, body);
      if (taken.length === 0) return;
      const receipts = claimsOf(receiver, taken, weather);
      const body = JSON.stringify({ receipts });
      const path = `/v1/systems/${system}/receipts`;
      const claims = { client_id: system, scope: `lintel/${system}.publish` };
      const headers = { 'content-type': 'application/json' };
      door.insist(
        { function: `deliver-${system}`, method: 'POST', path, claims, headers, body },
        () => undefined,
      );
    };
    queue.onVisible = () => {
      if (isDue) return;
      isDue = true;
      scheduler.after(1_000 + weather.drawn(`fetch ${system}`) * 29_000, fetch);
    };
  }
}
