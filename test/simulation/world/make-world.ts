import type { Clients } from '../../../functions/shell/clients.ts';
import { startClocks } from '../hub/clocks.ts';
import { deployedFunctions, type Version } from '../hub/functions.ts';
import { makeDoor } from '../hub/http.ts';
import { makeMessaging } from '../hub/messaging.ts';
import { makeOperators } from '../hub/operators.ts';
import { manifests } from '../hub/plan.ts';
import { makeRuntime } from '../hub/runtime.ts';
import { feedAll } from '../hub/sources.ts';
import { fetchInboxes } from '../receivers/inbox-reader.ts';
import { makeReceiver, type Receiver, type ReceiverKind } from '../receivers/receiver.ts';
import { makeBucket } from '../services/objects.ts';
import { makePushes, webhookSecret } from '../services/pushes.ts';
import { makeTables } from '../services/tables.ts';
import { makeWitness } from '../services/witness.ts';
import { importGazetteer } from '../story/gazetteer.ts';
import type { FaultKind } from '../weather/fault.ts';
import { type Allowed, makeWeather } from '../weather/weather.ts';
import { clients as shortWay } from './clients.ts';
import { makeMachine } from './machine.ts';
import { makeNetwork } from './network.ts';
import type { Answer, Call, KeptLine, Network } from './process.ts';
import { makeProcesses } from './processes.ts';
import { makeRandom } from './random.ts';
import { makeScheduler } from './scheduler.ts';
import { settleWorld } from './settle.ts';
import { makeTrace } from './trace.ts';
import type { Printed, Told, World } from './world.ts';

/** How a world is to be. */
export interface WorldOptions {
  seed: number;
  /** When it begins, in milliseconds. */
  start: number;
  /** What may go wrong, and how long things do. */
  kinds: readonly FaultKind[];
  allowed?: Allowed;
  badUntil: number;
  /** When somebody outside does something, as far as that is known. */
  busyAt?: readonly number[] | undefined;
  receiverKind: (system: string) => ReceiverKind;
  /** What functions reach services by; those of the short way when left out. */
  clients?: Clients;
  /** The version that the hub has until it is deployed; the present one when left out. */
  before?: Version | undefined;
}

/** Operations of DynamoDB that write. */
const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)/;

/** Makes a world: the whole hub, the services around it, and the systems of the teams. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { seed, start, kinds, allowed = 'all', badUntil, receiverKind } = options;
  const { clients = shortWay, before, busyAt = [] } = options;
  const random = makeRandom(seed);
  const processes = makeProcesses();
  const scheduler = makeScheduler(start, processes.isBusy);
  const trace = makeTrace(() => scheduler.now);
  const weather = makeWeather({
    seed,
    kinds,
    allowed,
    now: () => scheduler.now,
    from: start,
    to: badUntil,
    busyAt,
  });
  const logs: KeptLine[] = [];
  const printed: Printed[] = [];
  const told: Told[] = [];
  const calls = new Map<string, number>();
  const longest = new Map<string, number>();
  const receivers = new Map(
    manifests.map(({ system }) => [system as string, makeReceiver(system, receiverKind(system))]),
  );
  const dynamodb = makeTables(
    scheduler,
    ({ index }) => weather.befalls('index', index, (kind, how) => kind.index?.(how)) ?? 0,
  );
  await importGazetteer(dynamodb);
  const isSafe = (queue: string) =>
    queue.endsWith('-inbox') && receivers.get(queue.slice(0, -'-inbox'.length))?.kind === 'naive';
  const messaging = makeMessaging({ scheduler, random: random.split('ids'), weather, trace, isSafe });
  const history = makeBucket();
  const witness = makeWitness(dynamodb, history);
  let onWrite: () => void = () => undefined;

  function serve({ process, service, operation, body }: Call): Answer {
    const site = `${process.name.split('/')[0]} ${service} ${operation}`;
    calls.set(site, (calls.get(site) ?? 0) + 1);
    process.calls += 1;
    longest.set(process.name, Math.max(longest.get(process.name) ?? 0, process.calls));
    switch (service) {
      case 'dynamodb': {
        const answer = dynamodb.serve(operation, body);
        if (writes.test(operation)) onWrite();
        return answer;
      }
      case 'eventbridge':
        return messaging.bus.serve(operation, body);
      case 'sqs':
        return messaging.sqs(operation, body);
      case 's3':
        return (body.bucket === 'history' ? history : messaging.bucket).serve(operation, body);
      default:
        return {
          status: 200,
          body: { SecretString: webhookSecret(String(body.SecretId).replace('webhook-', '')) },
        };
    }
  }

  const network: Network = makeNetwork({
    ...{
      scheduler,
      trace,
      serve: (call: Call) => witness.watch(call, () => serve(call)),
      afterOthers: witness.afterOthers,
      drawn: weather.drawn,
      log: line => logs.push({ ...line, at: scheduler.now }),
    },
    mishap: call => weather.befalls('call', siteOf(call), (kind, how) => kind.call?.(call, how, witness)),
  });
  const onTaken = (receiver: Receiver, body: unknown) => {
    const { reference, version, shown } = receiver.take(body);
    told.push({ system: receiver.system, body, at: scheduler.now });
    trace.say(
      `${receiver.system} takes ${reference} ${version}: ${shown === undefined ? 'nothing' : shown.homes.join(' ') || 'no home'}`,
    );
  };
  const fetch = makePushes({
    ...{ scheduler, onTaken, drawn: weather.drawn, receiverOf: system => receivers.get(system) },
    mishap: system => weather.befalls('push', system, (kind, how) => kind.push?.(system, how)),
  });
  const shell = { ...makeMachine({ scheduler, random: random.split('machine'), fetch }), ...clients };
  const runtime = makeRuntime({
    ...{ scheduler, trace, processes, network, weather, shell, before },
    onStart: witness.hear,
  });
  const feed = feedAll({ scheduler, trace, weather, runtime, dynamodb, queues: messaging.queues });
  const setClocks = startClocks({ scheduler, runtime, dynamodb, length: badUntil - start });
  onWrite = () => {
    feed();
    setClocks();
  };
  const door = makeDoor(runtime, scheduler, random.split('door'));
  fetchInboxes({ scheduler, queues: messaging.queues, receivers, door, weather, onTaken });
  const world: World = {
    ...{
      seed,
      random,
      scheduler,
      trace,
      weather,
      dynamodb,
      runtime,
      door,
      receivers,
      logs,
      told,
      printed,
      calls,
      longest,
      unseen: witness.unseen,
    },
    ...{
      queues: messaging.queues,
      bus: messaging.bus,
      bucket: messaging.bucket,
      history,
      deadLetters: messaging.deadLetters,
    },
    operators: makeOperators(shell, {
      archive: messaging.bus.archive,
      print: line => printed.push({ line, at: scheduler.now }),
    }),
    send: messaging.send,
    operate: (name, work, onEnd = () => undefined) => {
      processes.start(
        { name: `operator ${name}`, skew: () => 0, network },
        () => work(world.operators),
        ended => {
          trace.say(`operators have ${name}: ${ended.answered ? ended.answer : ended.because}`);
          onEnd(ended.answered && ended.answer);
        },
      );
    },
    settle: milliseconds => settleWorld(world, milliseconds),
  };
  return world;
}

function siteOf({ process, service, operation }: Call): string {
  const [name = ''] = process.name.split('/');
  return `${deployedFunctions.get(name)?.kind ?? 'operator'} ${service} ${operation}`;
}
