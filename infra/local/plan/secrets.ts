import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import { readResources } from './read.ts';

/** How CloudFormation is to make up a secret's value. */
const generation = z.object({
  PasswordLength: z.number().default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludePunctuation: z.boolean().default(false),
  GenerateStringKey: z.string().optional(),
  SecretStringTemplate: z.string().optional(),
});

/** The settings of `GenerateSecretString`. */
export type Generation = z.infer<typeof generation>;

/** A secret: its value as the template has it, or how to make one up. */
export interface SecretPlan {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly value: string | undefined;
  readonly generate: Generation | undefined;
}

const schema = z.object({ SecretString: z.string().optional(), GenerateSecretString: generation.optional() });

/**
 * Plans the app's secrets.
 *
 * @param resources every resource of the app
 */
export function planSecrets(resources: readonly Resource[]): SecretPlan[] {
  return readResources(resources, ['AWS::SecretsManager::Secret'], schema).map(
    ({ resource, properties }) => ({
      logicalId: resource.logicalId,
      name: resource.name,
      arn: resource.ref,
      value: properties.SecretString,
      generate: properties.GenerateSecretString,
    }),
  );
}
