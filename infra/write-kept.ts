import { readFileSync, writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { manifests } from '../functions/adapters/manifests.ts';
import { featureFlags } from './build-app.ts';
import { bundlesOf } from './bundles.ts';
import { type KeptList, keptIn, losses } from './changes/kept.ts';
import type { Template } from './merged-template.ts';
import { settingsOf } from './settings.ts';
import { addStacks } from './stacks/all-stacks.ts';
import { stageFiles } from './stages/all-stages.ts';

// Adds to the list of what is kept in prod whatever is new. What it would change or take away it names, and writes only when
// told so by name: --forget <stack>/<id>, for what was never deployed or has been moved by hand.

const list = new URL('changes/kept.json', import.meta.url);
const [flag, ...forgotten] = process.argv.slice(2);

const app = new App({ analyticsReporting: false, treeMetadata: false, postCliContext: featureFlags });
const bundles = bundlesOf(({ name }) => Code.fromInline(name));
addStacks(app, { settings: settingsOf('prod', stageFiles.prod, manifests), manifests, bundles });
const stacks = app.synth().stacks.map(each => [each.stackName, each.template as Partial<Template>] as const);
const now = keptIn(new Map(stacks));
const before: KeptList = JSON.parse(readFileSync(list, 'utf8'));
const told = new Set(flag === '--forget' ? forgotten : []);
const lost = losses(before, now).filter(({ of }) => !told.has(of));
if (lost.length === 0) writeFileSync(list, `${JSON.stringify(now, null, 2)}\n`);
else {
  console.error(`${lost.map(({ what }) => what).join('\n')}\nNothing was written.`);
  process.exitCode = 1;
}
