import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adapters } from '../../functions/adapters/registry.ts';
import { stackNames } from '../../infra/stacks/stack-name.ts';
import { synthesise } from './synthesised.ts';

const readme = readFileSync(new URL('../../infra/README.md', import.meta.url), 'utf8');

test('the README of the infrastructure counts what the systems of the landlord take', async () => {
  const manifests = adapters.map(({ manifest }) => manifest);
  const { stacks, ofType } = await synthesise({}, manifests);
  const [data = 0, core = 0, ...systems] = [...stacks]
    .filter(([name]) => name !== stackNames.contracts('dev'))
    .map(([, { Resources = {} }]) => Object.keys(Resources).length);
  expect(readme).toContain(`${data} resources of what is kept, ${core} of the hub's own`);
  expect(readme).toContain(`${Math.min(...systems)} to ${Math.max(...systems)} of each system`);
  expect(readme).toContain(`${ofType('AWS::CloudWatch::Alarm').length} alarms at 0.10`);
});
