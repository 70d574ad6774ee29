import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Who makes the tokens that the API takes, and for whom. */
export interface Tokens {
  issuer: CfnParameter;
  audience: CfnParameter;
}

/** Any OIDC issuer, by parameters of the stack with the API. */
export function tokenParameters(scope: Construct): Tokens {
  const parameter = (id: string, description: string) =>
    new CfnParameter(scope, id, { type: 'String', minLength: 1, description });
  return {
    issuer: parameter('OidcIssuer', 'Issuer of the tokens, as in their "iss": https://…'),
    audience: parameter('OidcAudience', 'Audience of the tokens, as in their "aud"'),
  };
}

/** The claims that hold an officer's roles: a parameter of each stack that asks, because what is exported cannot change. */
export function roleClaimParameter(scope: Construct): CfnParameter {
  return new CfnParameter(scope, 'RoleClaim', {
    type: 'String',
    default: 'role roles cognito:groups',
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
