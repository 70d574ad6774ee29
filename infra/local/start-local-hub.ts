import { createActivity } from './activity.ts';
import { createClock } from './clock.ts';
import type { LocalHub, LocalHubOptions } from './hub.ts';
import { createFunctionLogs } from './lambda/logs.ts';
import { planApp } from './plan-app.ts';
import { presentHub } from './present-hub.ts';
import { startResources } from './start-resources.ts';
import { startServices } from './start-services.ts';
import { createStops, type Stops } from './stops.ts';

/**
 * Runs a synthesised CDK app on this machine: DynamoDB Local for its tables, an SQS emulator for its
 * queues, and the runner's own event buses, secrets, HTTP API and OIDC issuer around the very
 * bundles that would be deployed. IAM, quotas, throttling and encryption are not played.
 *
 * @param options what to play and with what
 * @returns the hub, ready: every table and queue exists and every source is being read
 * @throws naming the resource or the function of the template that cannot be played
 */
export async function startLocalHub(options: LocalHubOptions): Promise<LocalHub> {
  const stops = createStops();
  try {
    return await start(options, stops);
  } catch (error) {
    await stops.all();
    throw error;
  }
}

async function start(options: LocalHubOptions, stops: Stops): Promise<LocalHub> {
  const activity = createActivity();
  const clock = createClock();
  const logs = createFunctionLogs(options.logFile);
  stops.add(() => logs.close());
  const services = await startServices(stops, error => activity.fault(error), clock.now, options.engine);
  const plan = await planApp(options, services);
  const resources = await startResources({ options, plan, services, activity, clock, logs, stops });
  return presentHub({ plan, services, resources, activity, clock, logs, stops });
}
