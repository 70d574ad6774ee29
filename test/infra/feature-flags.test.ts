import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { featureFlags } from '../../infra/build-app.ts';

const recommended: Record<string, unknown> = createRequire(import.meta.url)(
  'aws-cdk-lib/recommended-feature-flags.json',
);

/** Where the hub differs from what CDK recommends, or decides what CDK leaves open. */
const own = {
  // An export that is in use cannot be taken away: CloudFormation itself keeps tables from systems that read them.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  '@aws-cdk/core:target-partitions': ['aws'],
  // A finding stops the synthesis.
  '@aws-cdk/core:failSynthOnValidationErrors': true,
};

test('every flag of this version of CDK is decided: after an upgrade, a new one has a line in cdk.json', () => {
  expect(featureFlags).toEqual({ ...recommended, ...own });
});
