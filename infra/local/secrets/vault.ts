import type { JsonObject } from '../json.ts';
import type { SecretPlan } from '../plan/secrets.ts';
import { generateSecret } from './generate.ts';

/** The values of the app's secrets. */
export interface Vault {
  /** Answers GetSecretValue, or gives `undefined` when there is no such secret. */
  getSecretValue(request: unknown): JsonObject | undefined;
}

interface StoredSecret {
  readonly plan: SecretPlan;
  readonly value: string;
}

/**
 * Fills the app's secrets: with the value the caller gives for the logical id or the name, else
 * with what the template says, else with a value made up as the template asks.
 *
 * @param plans the secrets
 * @param supplied values by logical id or name
 * @param created when the secrets came to be
 * @throws when a supplied value belongs to no secret
 */
export function fillVault(
  plans: readonly SecretPlan[],
  supplied: Readonly<Record<string, string>>,
  created: Date,
): Vault {
  const unknown = Object.keys(supplied).filter(
    key => !plans.some(({ name, logicalId }) => [name, logicalId].includes(key)),
  );
  if (unknown.length > 0) throw new Error(`the app has no secret called ${unknown.join(', ')}`);
  const secrets = plans.map((plan): StoredSecret => ({ plan, value: secretValue(plan, supplied) }));
  return {
    getSecretValue(request) {
      const { SecretId } = request as { SecretId?: string };
      const found = secrets.find(({ plan }) => plan.name === SecretId || plan.arn === SecretId);
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

function secretValue(plan: SecretPlan, supplied: Readonly<Record<string, string>>): string {
  const given = supplied[plan.logicalId] ?? supplied[plan.name] ?? plan.value;
  if (given !== undefined) return given;
  if (plan.generate === undefined) throw new Error(`the secret ${plan.logicalId} has no value: supply one`);
  return generateSecret(plan.generate);
}
