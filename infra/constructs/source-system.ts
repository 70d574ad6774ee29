import { CfnOutput, type CfnParameter, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, AccountRootPrincipal, ArnPrincipal, type IPrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { destinationOf } from './destination.ts';
import { watchDrift } from './drift.ts';
import type { HubApi } from './hub-api.ts';
import type { SystemParts } from './hub-parts.ts';
import { watchQuarantine } from './quarantine-metrics.ts';
import { SystemFiles } from './system-files.ts';
import { SystemInbound } from './system-inbound.ts';
import { SystemOutbound } from './system-outbound.ts';

export interface SourceSystemProps extends SystemParts {
  manifest: SystemManifest;
  api: HubApi;
  roleClaim: CfnParameter;
  /** Whether a webhook may be on the hub's own machine. */
  loopback?: CfnParameter;
}

/** Everything that one source system needs, from its manifest; nothing in it is shared with another system. */
export class SourceSystem extends Construct {
  constructor(scope: Construct, props: SourceSystemProps) {
    const { manifest, settings } = props;
    const name = constructName(manifest.system);
    super(scope, name);
    const principal = principalFrom(settings.principals.get(manifest.system));
    const { queue } = new SystemInbound(this, 'Inbound', { ...props, principal });
    new SystemFiles(this, 'Files', props);
    const destination = destinationOf(this, { ...props, principal });
    new SystemOutbound(this, 'Outbound', { ...props, destination });
    watchQuarantine(this, props);
    watchDrift(this, props);
    const stack = Stack.of(this);
    new CfnOutput(stack, `${name}InboundQueueUrl`, {
      description: `Queue that takes events of ${manifest.title}`,
      value: queue.queueUrl,
    });
    new CfnOutput(stack, `${name}${destination.output.name}`, destination.output);
  }
}

function principalFrom(accountOrRole: string | undefined): IPrincipal {
  if (accountOrRole === undefined) return new AccountRootPrincipal();
  return accountOrRole.startsWith('arn:')
    ? new ArnPrincipal(accountOrRole)
    : new AccountPrincipal(accountOrRole);
}

/** What a system is called in the template: `TenancySupport` for `tenancy-support`. */
export function constructName(system: string): string {
  return system.replace(/(^|-)([a-z0-9])/g, (_match, _hyphen, letter: string) => letter.toUpperCase());
}
