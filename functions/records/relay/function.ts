import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { makeDeadLetterRow } from '../../shell/dead-letter-row.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import type { Machine } from '../../shell/machine.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeRelay } from './relay.ts';

type RelayShell = Machine & Pick<Clients, 'eventBridgeClient' | 'sqsClient'>;

/** Wires the function that publishes what commits announce. */
export function makeRelayFunction(variables: Variables, shell: RelayShell) {
  const { BUS_NAME, DEAD_LETTER_QUEUE_URL } = environmentOf(
    { BUS_NAME: setting, DEAD_LETTER_QUEUE_URL: setting },
    variables,
  );
  const publish = makePublisher({
    client: shell.eventBridgeClient(),
    busName: BUS_NAME,
    pause: fullJitter({ base: 50, cap: 1_000 }, shell),
  });
  return makeRelay({ publish, deadLetter: makeDeadLetterRow(shell.sqsClient(), DEAD_LETTER_QUEUE_URL) });
}
