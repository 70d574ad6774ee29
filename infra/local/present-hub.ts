import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import { stopExpiry } from './dynamodb/tables.ts';
import type { DeadLetter, LocalHub, ServiceName, SettleOptions } from './hub.ts';
import { functionNamed } from './lambda/functions.ts';
import type { FunctionLogs } from './lambda/logs.ts';
import { PATIENCE_MS } from './patience.ts';
import { ACCOUNT, CREDENTIALS, REGION } from './place.ts';
import { findNamed } from './plan/named.ts';
import type { HubPlan } from './plan/plan.ts';
import { untilSettled } from './settle.ts';
import type { Queues } from './sqs/queues.ts';
import { showDue } from './sqs/show-due.ts';
import type { Resources } from './start-resources.ts';
import type { Services } from './start-services.ts';
import type { Stops } from './stops.ts';

/** A hub that runs. */
export interface RunningHub {
  readonly plan: HubPlan;
  readonly services: Services;
  readonly resources: Resources;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly logs: FunctionLogs;
  readonly stops: Stops;
}

/**
 * Presents a running hub to its user.
 *
 * @param hub everything it is made of
 */
export function presentHub(hub: RunningHub): LocalHub {
  const { plan, services, resources, clock, logs, stops } = hub;
  const { queues } = services;
  const endpoints: Record<ServiceName, string> = {
    dynamodb: resources.dynamoDbEndpoint,
    s3: queues.endpoint,
    sqs: queues.endpoint,
    eventbridge: services.control.url,
    secretsmanager: services.control.url,
  };
  return {
    apiUrl: services.api.url,
    issuerUrl: services.issuer.url,
    endpoints,
    outputs: plan.outputs,
    setTime: timeSetter(hub),
    now: clock.now,
    settled: options => settle(hub, options),
    mintUserToken: resources.issuer.mintUserToken,
    queueUrl: key => `${queues.endpoint}/${ACCOUNT}/${findNamed(plan.queues, key, 'queue').name}`,
    tableName: key => findNamed(plan.tables, key, 'table').name,
    awsConfig: service => ({ region: REGION, endpoint: endpoints[service], credentials: CREDENTIALS }),
    invoke: (key, event) => invoke(hub, key, event),
    processorMs: () =>
      new Map([...resources.functions].map(([name, { processorMs }]) => [name, processorMs()])),
    functionLogs: logs.lines,
    deadLetters: () => readDeadLetters(queues, plan.deadLetterQueues),
    archive: resources.buses.archived,
    stop: stops.all,
  };
}

async function invoke({ plan, resources }: RunningHub, key: string, event: unknown): Promise<unknown> {
  const { name } = findNamed(plan.functions, key, 'function');
  return await functionNamed(resources.functions, name).invoke(event);
}

function timeSetter({ clock, resources, services }: RunningHub): LocalHub['setTime'] {
  let stopped: Promise<void> | undefined;
  return async date => {
    stopped ??= stopExpiry(resources.dynamoDb, resources.tables);
    await stopped;
    clock.set(date);
    await showDue(services.queues);
    await resources.schedules?.goOff();
  };
}

async function settle(
  { plan, services, resources, activity }: RunningHub,
  options: SettleOptions = {},
): Promise<void> {
  const { queues } = services;
  const consumed = new Set(plan.mappings.queues.map(({ queue }) => queue));
  const { timeoutMs = PATIENCE_MS, allowDeadLetters = false } = options;
  await untilSettled({ activity, queues, consumed, streams: resources.streams }, timeoutMs);
  if (allowDeadLetters) return;
  const depths = await queues.depths();
  const dead = plan.deadLetterQueues.filter(name => (depths.get(name) ?? 0) > 0);
  if (dead.length > 0) throw new Error(await describe(queues, dead));
}

async function describe(queues: Queues, dead: readonly string[]): Promise<string> {
  const letters = await readDeadLetters(queues, dead);
  const lines = letters.map(({ queue, body }) => `  ${queue}: ${body.slice(0, 500)}`);
  return `${letters.length} message(s) could not be processed; functionLogs() has the reason:\n${lines.join('\n')}`;
}

async function readDeadLetters(queues: Queues, names: readonly string[]): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  for (const queue of names) {
    const messages = await queues.inspect(queue);
    letters.push(
      ...messages.map(({ body, messageAttributes }) => ({ queue, body, attributes: messageAttributes })),
    );
  }
  return letters;
}
