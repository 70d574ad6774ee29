import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adapters } from '../../functions/adapters/registry.ts';
import { synthesise } from './synthesised.ts';

const readme = readFileSync(new URL('../../infra/README.md', import.meta.url), 'utf8');

test('the README of the infrastructure counts what the systems of the landlord take', async () => {
  const manifests = adapters.map(({ manifest }) => manifest);
  const { template, ofType } = await synthesise({}, manifests);
  expect(readme).toContain(`the five take ${Object.keys(template.Resources).length}`);
  expect(readme).toContain(`${ofType('AWS::CloudWatch::Alarm').length} alarms at 0.10`);
  const { template: fewer } = await synthesise({}, manifests.slice(1));
  const ofOne = Object.keys(template.Resources).length - Object.keys(fewer.Resources).length;
  expect(readme).toContain(`each system adds about ${ofOne} resources`);
});
