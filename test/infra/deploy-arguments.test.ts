import { expect, test } from 'vitest';
import { deployArguments as argumentsFor } from '../../infra/deploy-arguments.ts';

const deployArguments = (given: string[], variables: Record<string, string>) =>
  argumentsFor(given, variables, ['leaks']);
const environment = { OIDC_ISSUER: 'https://login.example.org/tenant', OIDC_AUDIENCE: 'lintel' };

test('deploys the stage’s stacks with their parameters, and hands everything else on', () => {
  expect(deployArguments(['--stage', 'prod', '--require-approval', 'never'], environment)).toEqual([
    'deploy',
    '--all',
    '--context',
    'stage=prod',
    '--parameters',
    'Lintel-prod:OidcIssuer=https://login.example.org/tenant',
    '--parameters',
    'Lintel-prod:OidcAudience=lintel',
    '--require-approval',
    'never',
  ]);
});

test('takes --stage=… anywhere, and the role claim when there is one', () => {
  const given = deployArguments(['-c', 'region=eu-west-1', '--stage=test'], {
    ...environment,
    ROLE_CLAIM: 'roles',
  });
  expect(given).toEqual(
    expect.arrayContaining([
      'Lintel-test:RoleClaim=roles',
      'Lintel-test-leaks:RoleClaim=roles',
      'region=eu-west-1',
    ]),
  );
  expect(given).not.toContain('--stage=test');
});

test.each([
  [[], environment, 'Say which stage: npm run deploy -- --stage dev|test|prod'],
  [['--stage'], environment, 'Say which stage'],
  [['--stage', 'live'], environment, 'There is no stage "live": give one of dev, test, prod'],
  [['--stage', 'dev'], { OIDC_AUDIENCE: 'lintel' }, 'OIDC_ISSUER is missing'],
  [['--stage', 'dev'], { ...environment, OIDC_ISSUER: 'http://login.example.org' }, 'OIDC_ISSUER cannot be'],
  [['--stage', 'dev'], { ...environment, OIDC_AUDIENCE: '' }, 'OIDC_AUDIENCE is missing'],
])('%j is refused with a way out', (given, variables, message) => {
  expect(() => deployArguments(given, variables)).toThrow(message);
});

test('what is missing is explained with a command to copy', () => {
  expect(() => deployArguments(['--stage', 'prod'], {})).toThrow(
    /OIDC_ISSUER=https:\/\/login\.example\.org\/tenant npm run deploy -- --stage prod$/,
  );
});
