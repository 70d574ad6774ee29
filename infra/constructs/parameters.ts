import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** Who makes the tokens that the API takes, and for whom. */
export interface Tokens {
  issuer: CfnParameter;
  audience: CfnParameter;
}

/** Any OIDC issuer, by parameters of the stack with the API: on this machine the issuer is known only when it runs. */
export function tokenParameters(scope: Construct, { issuer, audience }: Settings): Tokens {
  const parameter = (id: string, value: string | undefined, description: string) => {
    const given = value !== undefined && { default: value };
    return new CfnParameter(scope, id, { type: 'String', minLength: 1, description, ...given });
  };
  return {
    issuer: parameter('OidcIssuer', issuer, 'Issuer of the tokens, as in their "iss": https://…'),
    audience: parameter('OidcAudience', audience, 'Audience of the tokens, as in their "aud"'),
  };
}

/** The claims that hold an officer's roles: a parameter of each stack that asks, because what is exported cannot change. */
export function roleClaimParameter(scope: Construct, { roleClaim }: Settings): CfnParameter {
  return new CfnParameter(scope, 'RoleClaim', {
    type: 'String',
    default: roleClaim,
    description: 'Claims of an officer’s token that may hold roles, parted by spaces',
  });
}

/** Whether a webhook may be on the hub's own machine. */
export function loopbackParameter(scope: Construct): CfnParameter {
  return new CfnParameter(scope, 'WebhookLoopback', {
    type: 'String',
    default: 'refused',
    allowedValues: ['refused', 'allowed'],
    description:
      'Whether a webhook may be on the machine that the hub runs on: only where all of it runs on one',
  });
}
