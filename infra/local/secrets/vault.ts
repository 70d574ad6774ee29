import type { JsonObject } from '../json.ts';
import { findNamed } from '../plan/named.ts';
import type { SecretPlan } from '../plan/secrets.ts';
import { generateSecret } from './generate.ts';

/** The values of the app's secrets. */
export interface Vault {
  /** Answers GetSecretValue, or gives `undefined` when there is no such secret. */
  getSecretValue(request: unknown): JsonObject | undefined;
  /** Answers PutSecretValue, or gives `undefined` when there is no such secret. */
  putSecretValue(request: unknown): JsonObject | undefined;
}

interface StoredSecret {
  readonly plan: SecretPlan;
  value: string;
}

/**
 * Fills the app's secrets: with the value the caller gives for the logical id or the name, else
 * with what the template says, else with a value made up as the template asks.
 *
 * @param plans the secrets
 * @param supplied values by name or logical id (CDK's hash may be left out)
 * @param created when the secrets came to be
 * @throws when a supplied value belongs to no secret
 */
export function fillVault(
  plans: readonly SecretPlan[],
  supplied: Readonly<Record<string, string>>,
  created: Date,
): Vault {
  const given = new Map(
    Object.entries(supplied).map(([key, value]) => [findNamed(plans, key, 'secret'), value]),
  );
  const secrets = plans.map((plan): StoredSecret => ({ plan, value: given.get(plan) ?? ownValue(plan) }));
  const find = (request: unknown) => {
    const { SecretId } = request as { SecretId?: string };
    return secrets.find(({ plan }) => plan.name === SecretId || plan.arn === SecretId);
  };
  return {
    putSecretValue(request) {
      const found = find(request);
      if (found === undefined) return undefined;
      found.value = (request as { SecretString: string }).SecretString;
      return { ARN: found.plan.arn, Name: found.plan.name };
    },
    getSecretValue(request) {
      const found = find(request);
      if (found === undefined) return undefined;
      return {
        ARN: found.plan.arn,
        Name: found.plan.name,
        SecretString: found.value,
        VersionId: '00000000-0000-4000-8000-000000000000',
        VersionStages: ['AWSCURRENT'],
        CreatedDate: created.getTime() / 1000,
      };
    },
  };
}

function ownValue(plan: SecretPlan): string {
  if (plan.value !== undefined) return plan.value;
  if (plan.generate === undefined) throw new Error(`the secret ${plan.logicalId} has no value: supply one`);
  return generateSecret(plan.generate);
}
