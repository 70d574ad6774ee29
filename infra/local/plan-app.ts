import { randomUUID } from 'node:crypto';
import { readAssembly } from './cfn/assembly.ts';
import { resolveStacks } from './cfn/resolve.ts';
import type { LocalHubOptions } from './hub.ts';
import { type HubPlan, planHub } from './plan/plan.ts';
import type { Services } from './start-services.ts';

/**
 * Reads the synthesised app and plans it for the addresses at hand.
 *
 * @param options the folder and the parameters
 * @param services where SQS, the API and the issuer answer
 */
export async function planApp(options: LocalHubOptions, { queues, api, issuer }: Services): Promise<HubPlan> {
  const { stacks, assets } = await readAssembly(options.outDir);
  const parameters = options.parameters?.({ issuerUrl: issuer.url }) ?? {};
  const tableSuffix = options.engine === undefined ? '' : `-${randomUUID()}`;
  const endpoints = { sqs: queues.endpoint, api: api.url, tableSuffix };
  return planHub(resolveStacks(stacks, { parameters, endpoints }), assets);
}
