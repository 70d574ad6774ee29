import type { App } from 'aws-cdk-lib';
import { CfnRegistry, CfnSchema } from 'aws-cdk-lib/aws-eventschemas';
import { contractVersion } from '../../schemas/contract-version.ts';
import { registrySchemas } from '../../schemas/registry-schemas.ts';
import type { Settings } from '../settings.ts';
import { HubStack } from './hub-stack.ts';
import { stackNames } from './stack-name.ts';

/**
 * The events of the bus in EventBridge's schema registry, for whoever subscribes. It is half a megabyte, and builds on no
 * other stack.
 */
export class ContractsStack extends HubStack {
  constructor(scope: App, settings: Settings) {
    super(scope, stackNames.contracts(settings.stage), settings, 'the schemas of its events, in a registry');
    const registry = new CfnRegistry(this, 'Registry', {
      registryName: `lintel-${settings.stage}`,
      description: `What is said on the bus of Lintel ${settings.stage}: contract ${contractVersion}`,
    });
    for (const { type, title, content } of registrySchemas()) {
      new CfnSchema(this, type.replaceAll(/[^a-z0-9]/g, ''), {
        registryName: registry.attrRegistryName,
        schemaName: type,
        type: 'JSONSchemaDraft4',
        description: title,
        content,
      });
    }
  }
}
