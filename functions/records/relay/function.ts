import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import type { Machine } from '../../shell/machine.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeRelay } from './relay.ts';

type RelayShell = Machine & Pick<Clients, 'eventBridgeClient'>;

/** Wires the function that publishes what commits announce. */
export function makeRelayFunction(variables: Variables, shell: RelayShell) {
  const { BUS_NAME } = environmentOf({ BUS_NAME: setting }, variables);
  const publish = makePublisher({
    client: shell.eventBridgeClient(),
    busName: BUS_NAME,
    pause: fullJitter({ base: 50, cap: 1_000 }, shell),
  });
  return makeRelay({ publish });
}
