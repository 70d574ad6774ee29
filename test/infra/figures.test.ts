import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manifests } from '../../functions/adapters/manifests.ts';
import { stackNames } from '../../infra/stacks/stack-name.ts';
import { synthesise } from './synthesised.ts';

const readme = readFileSync(new URL('../../infra/README.md', import.meta.url), 'utf8');

test('the README of the infrastructure counts what the systems of the landlord take', async () => {
  const { stacks } = await synthesise({}, manifests);
  const all = [...stacks].flatMap(([name, { Resources = {} }]) =>
    [stackNames.contracts('dev'), stackNames.history('dev')].includes(name) ? [] : [Resources],
  );
  const [data = 0, core = 0, ...systems] = all.map(resources => Object.keys(resources).length);
  expect(readme).toContain(`${data} resources of what is kept, ${core} of the hub's own`);
  const [, hub = 0, ...ofSystems] = all.map(routesIn);
  const each = Math.max(...ofSystems);
  const most = Math.floor((routesOfAnApi - hub) / each);
  expect(readme).toContain(`the hub has ${hub} and each system ${each}, so ${most} systems`);
  expect(readme).toContain(`${Math.min(...systems)} to ${Math.max(...systems)} of each system`);
});

/** What AWS allows at first (HTTP API quotas, "Routes per API"). */
const routesOfAnApi = 300;

function routesIn(resources: Readonly<Record<string, { Type: string }>>): number {
  return Object.values(resources).filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route').length;
}
