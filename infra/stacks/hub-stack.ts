import { type App, CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Settings } from '../settings.ts';

/** One stack of a stage. */
export abstract class HubStack extends Stack {
  protected constructor(scope: App, name: string, settings: Settings, description: string) {
    const tags = { service: 'lintel', stage: settings.stage };
    super(scope, name, {
      description: `Lintel: ${description}`,
      env: {
        region: settings.region,
        ...(settings.account !== undefined && { account: settings.account }),
      },
      terminationProtection: settings.keepsData,
      tags,
    });
    for (const [name, value] of Object.entries(tags)) Tags.of(this).add(name, value);
  }

  /** Says to operators and systems what there is. */
  protected outputs(values: Readonly<Record<string, string>>): void {
    for (const [id, value] of Object.entries(values)) new CfnOutput(this, id, { value });
  }

  /**
   * Exports what later stacks may import, whether they do or not. CDK by itself exports what happens to be imported: then
   * what a later stack needs no more could not be taken back, because at that moment the later stack still imports it.
   */
  protected exports(...values: readonly string[]): void {
    for (const value of values) this.exportValue(value);
  }
}
