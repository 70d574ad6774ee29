import type { App } from 'aws-cdk-lib';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import type { Bundles } from '../bundles.ts';
import { outputDeadLetters } from '../constructs/operator-outputs.ts';
import { loopbackParameter, roleClaimParameter } from '../constructs/parameters.ts';
import { SourceSystem } from '../constructs/source-system.ts';
import type { SystemShares } from '../constructs/system-shares.ts';
import type { Settings } from '../settings.ts';
import type { CoreStack } from './core-stack.ts';
import type { DataStack } from './data-stack.ts';
import { HubStack } from './hub-stack.ts';
import { stackNames } from './stack-name.ts';

export interface SystemStackProps {
  settings: Settings;
  bundles: Bundles;
  data: DataStack;
  core: CoreStack;
  manifest: SystemManifest;
  /** How many of the system's functions may run at once, where that is bounded. */
  shares: SystemShares | undefined;
}

/** All that one system needs: its routes, functions, queues, rules and alarms. Nothing in it is another system's. */
export class SystemStack extends HubStack {
  constructor(scope: App, { settings, bundles, data, core, manifest, shares }: SystemStackProps) {
    const { system, title } = manifest;
    super(scope, stackNames.system(settings.stage, system), settings, `the way to and from ${title}`);
    const { storage, bus, alarms } = data;
    const { api, tickets } = core;
    new SourceSystem(this, {
      ...{ settings, bundles, alarms, storage, bus, tickets, shares, manifest, api },
      roleClaim: roleClaimParameter(this, settings),
      ...(manifest.delivery === 'webhook' && { loopback: loopbackParameter(this) }),
    });
    outputDeadLetters(this);
  }
}
