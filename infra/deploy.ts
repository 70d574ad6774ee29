import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { manifests } from '../functions/adapters/manifests.ts';
import { buildApp } from './build-app.ts';
import { cdk } from './cdk.ts';
import { deployedTemplates } from './changes/deployed.ts';
import { worse } from './changes/worse.ts';
import { cdkArguments, deployRequest } from './deploy-arguments.ts';
import type { Template } from './merged-template.ts';

try {
  const { stage, accepted, others } = deployRequest(process.argv.slice(2));
  const app = await buildApp({
    manifests,
    stage,
    outdir: 'cdk.out',
  });
  const { stacks, directory } = app.synth();
  const after = new Map(stacks.map(({ stackName, template }) => [stackName, template as Partial<Template>]));
  const region = stacks[0]?.environment.region ?? '';
  const before = await deployedTemplates(new CloudFormationClient({ region }), [...after.keys()]);
  const refused = worse(before, after).filter(({ of }) => !accepted.has(of));
  if (refused.length > 0) {
    const lines = refused.map(
      ({ of, what }) => `- ${what}\n  wanted all the same: --accept ${JSON.stringify(of)}`,
    );
    throw new Error(`Against what is deployed,\n${lines.join('\n')}`);
  }
  process.exitCode = cdk(cdkArguments(directory, others));
} catch (error) {
  console.error(`Nothing was deployed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
