import type { App } from 'aws-cdk-lib';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import type { Bundles } from '../bundles.ts';
import { systemShares } from '../constructs/system-shares.ts';
import type { Settings } from '../settings.ts';
import { ContractsStack } from './contracts-stack.ts';
import { CoreStack } from './core-stack.ts';
import { DataStack } from './data-stack.ts';
import { HistoryStack } from './history-stack.ts';
import { SystemStack } from './system-stack.ts';

export interface StacksProps {
  settings: Settings;
  manifests: readonly SystemManifest[];
  bundles: Bundles;
}

/**
 * Adds the stacks of a stage to the app, in the order in which each builds on those before: data, core, systems. The stack
 * of contracts builds on none, and that of history on data alone.
 */
export function addStacks(app: App, { settings, manifests, bundles }: StacksProps): void {
  const data = new DataStack(app, settings);
  const core = new CoreStack(app, { settings, bundles, data });
  const shares = systemShares(settings.accountConcurrency, manifests.length);
  for (const manifest of manifests) new SystemStack(app, { settings, bundles, data, core, manifest, shares });
  new HistoryStack(app, { settings, bundles, data, core });
  new ContractsStack(app, settings);
}
