import { expect, test } from 'vitest';
import { cdkArguments, deployRequest, destroyArguments } from '../../infra/deploy-arguments.ts';
import { stageFiles } from '../../infra/stages/all-stages.ts';

const tokens = { issuer: 'https://login.example.org/tenant', audiences: ['lintel'] };
const files = {
  ...stageFiles,
  prod: { ...stageFiles.prod, tokens },
};

test('a deployment is of a stage, with what is wanted all the same, and hands everything else on', () => {
  const given = [
    '--accept',
    'officers with tokens for lintel',
    '--stage=prod',
    '--accept',
    'B',
    '--',
    '--require-approval',
    'never',
  ];
  expect(deployRequest(given, files)).toEqual({
    stage: 'prod',
    accepted: new Set(['officers with tokens for lintel', 'B']),
    others: ['--require-approval', 'never'],
  });
});

test('it is of all stacks, and parameters have what the file says, not what they had before', () => {
  expect(cdkArguments('cdk.out', ['--verbose'])).toEqual([
    ...['deploy', '--app', 'cdk.out', '--all', '--no-previous-parameters', '--verbose'],
  ]);
});

test.each([
  [[], 'Say which stage: npm run deploy -- --stage dev|test|prod'],
  [['--stage', 'live'], 'There is no stage "live": give one of dev, test, prod'],
  [
    ['--stage', 'dev'],
    'infra/stages/dev.ts says no tokens, { issuer, audiences }: without them nobody could use the hub',
  ],
  [['--stage', 'prod', '-c', 'region=eu-west-1'], "Unknown option '-c'"],
])('%j is refused with a way out', (given, message) => {
  expect(() => deployRequest(given, files)).toThrow(message);
});

test('a stage is destroyed whole, or of it one system that is to be connected no more', () => {
  const systems = ['leaks', 'repairs'];
  expect(destroyArguments({ stage: 'dev' }, systems, ['--force'])).toEqual([
    ...['destroy', '--all', '--context', 'stage=dev', '--force'],
  ]);
  expect(destroyArguments({ stage: 'prod', system: 'leaks' }, systems, [])).toEqual([
    ...['destroy', 'Lintel-prod-leaks', '--exclusively', '--context', 'stage=prod'],
  ]);
  expect(() => destroyArguments({ stage: 'prod', system: 'data' }, systems, [])).toThrow(
    'There is no system data: give one of leaks, repairs',
  );
  expect(() => destroyArguments({}, systems, [])).toThrow('Say which stage');
});
