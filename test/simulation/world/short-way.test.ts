import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import type { Clients } from '../../../functions/shell/clients.ts';
import { runs } from '../../support/effort.ts';
import { runSeed } from '../run/run-seed.ts';
import { clients, makeClients } from './clients.ts';
import { listeningToLogs } from './logs.ts';
import { type Answer, type Call, type Network, runIn, thisProcess } from './process.ts';

interface Sender {
  send: (command: object) => Promise<object>;
}
type Outcome = { answer: object } | { error: Error };

/** Has a client send a command, over a network that is asked in place of its process's own. */
async function sent(client: Sender, command: object, carry: Network['carry']): Promise<Outcome> {
  const process = thisProcess();
  const other = { ...process, network: { ...process.network, carry } };
  return await runIn(other, () =>
    client.send(command).then(
      answer => ({ answer: { ...answer, $metadata: undefined } }),
      (error: Error) => ({ error }),
    ),
  );
}

/** What is told of an outcome apart: an error by its class and what it says. */
function tellable(outcome: Outcome): unknown {
  if (!('error' in outcome)) return outcome.answer;
  const { name, message, constructor: type } = outcome.error;
  const { Item, CancellationReasons } = outcome.error as { Item?: object; CancellationReasons?: object };
  return { name, message, class: type.name, Item, CancellationReasons };
}

/** A client that sends each command both ways: what is asked is the same, and what is read of the same answer. */
function both<C extends object>(real: C, short: C, onCompared: () => void): C {
  async function send(command: object): Promise<object> {
    const process = thisProcess();
    let asked: Call | undefined;
    let heard: Promise<Answer> | undefined;
    const first = await sent(real as never, command, call => {
      asked = call;
      heard = process.network.carry({ ...call, process });
      return heard;
    });
    const second = await sent(short as never, command, ({ operation, body }) => {
      const expected = { operation: asked?.operation, body: withoutToken(asked?.body) };
      isSame({ operation, body: withoutToken(body) }, expected);
      return heard as Promise<Answer>;
    });
    isSame(tellable(second), tellable(first));
    onCompared();
    if ('error' in first) throw first.error;
    return first.answer;
  }
  return Object.assign(Object.create(real), { send });
}

/** As `expect`, which takes longer than the whole of the rest. */
function isSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
}

/** Every token is another. */
function withoutToken({ ClientRequestToken: _token, ...body }: Call['body'] = {}): object {
  return body;
}

it('by the short way everything is asked and read as by the real clients', () =>
  listeningToLogs(async () => {
    let compared = 0;
    const onCompared = () => {
      compared += 1;
    };
    const real = makeClients();
    const [documents, eventBridge, sqs, secretsManager] = [
      both(real.documentClient(), clients.documentClient(), onCompared),
      both(real.eventBridgeClient(), clients.eventBridgeClient(), onCompared),
      both(real.sqsClient(), clients.sqsClient(), onCompared),
      both(real.secretsManagerClient(), clients.secretsManagerClient(), onCompared),
    ];
    const compare: Clients = {
      ...{ ...real, documentClient: () => documents, eventBridgeClient: () => eventBridge },
      ...{ sqsClient: () => sqs, secretsManagerClient: () => secretsManager },
    };
    for (let seed = 500; seed < 500 + runs(3); seed += 1)
      expect((await runSeed({ seed, clients: compare })).breaches).toEqual([]);
    expect(compared).toBeGreaterThan(1_000);
  }));
