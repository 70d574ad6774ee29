import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SystemManifest } from '../../../functions/adapters/contract.ts';
import { manifests } from '../../../functions/adapters/manifests.ts';
import { logLines } from '../../../functions/shell/log-lines.ts';
import { buildApp } from '../../../infra/build-app.ts';
import type { Counts } from './standing.ts';

interface Transformation {
  MetricName: string;
  Dimensions?: { Key: string }[];
}
interface Resource {
  Type: string;
  Properties: { FilterPattern?: string; MetricTransformations?: Transformation[] };
}

/** The lines that are written by the clock; all others say that something happened. */
const byTheClock = [
  logLines.driftMeasured,
  logLines.reviewsMeasured,
  logLines.quarantineBacklog,
  logLines.recordsDue,
].map(({ code }) => `"${code}"`);

/**
 * What there is in the templates for the systems that there are, and for none. CDK's own check against CloudFormation's
 * schemas is left to the tests of the template: it takes half of the time.
 */
export async function templateCounts(): Promise<{ all: Counts; none: Counts; present: number }> {
  process.env['CDK_VALIDATION'] = 'false';
  const [all, none] = [await countsOf(manifests), await countsOf([])];
  return { all, none, present: manifests.length };
}

async function countsOf(manifests: readonly SystemManifest[]): Promise<Counts> {
  const outdir = await mkdtemp(path.join(tmpdir(), 'lintel-cost-'));
  try {
    const app = await buildApp({ manifests, outdir, stage: 'prod' });
    const resources = app.synth().stacks.flatMap(stack => {
      const template = JSON.parse(readFileSync(stack.templateFullPath, 'utf8'));
      return Object.values<Resource>(template.Resources);
    });
    return countIn(resources, manifests.length);
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

function countIn(resources: readonly Resource[], systems: number): Counts {
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const transformed = ofType('AWS::Logs::MetricFilter')
    .filter(({ Properties: { FilterPattern = '' } }) => byTheClock.some(code => FilterPattern.includes(code)))
    .flatMap(({ Properties }) => Properties.MetricTransformations ?? []);
  // A metric with dimensions is one for each system.
  const metrics = new Map(
    transformed.map(({ MetricName, Dimensions = [] }) => [MetricName, Dimensions.length === 0 ? 1 : systems]),
  );
  const sources = ofType('AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => !JSON.stringify(Properties).includes('StreamArn'),
  );
  return {
    alarms: ofType('AWS::CloudWatch::Alarm').length,
    metrics: [...metrics.values()].reduce((sum, count) => sum + count, 0),
    keys: ofType('AWS::KMS::Key').length,
    secrets: ofType('AWS::SecretsManager::Secret').length,
    polledQueues: sources.length,
  };
}
