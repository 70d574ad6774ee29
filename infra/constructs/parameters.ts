import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { TokenSource } from '../stages/stage-file.ts';

/** Who makes tokens that the API takes, and for whom. */
export interface Tokens {
  issuer: string;
  audiences: string[];
}

/**
 * Any OIDC issuer, by parameters of the stack with the API: on this machine the issuer is known only when it runs.
 * @returns whose tokens are taken, and whose on the routes of systems
 */
export function tokenParameters(
  scope: Construct,
  { tokens, systemTokens }: Settings,
): { officers: Tokens; systems?: Tokens } {
  const officers = parametersOf(scope, 'Oidc', tokens);
  return systemTokens === undefined
    ? { officers }
    : { officers, systems: parametersOf(scope, 'Systems', systemTokens) };
}

function parametersOf(scope: Construct, prefix: string, source: TokenSource | undefined): Tokens {
  const issuer = new CfnParameter(scope, `${prefix}Issuer`, {
    ...{ type: 'String', minLength: 1, description: 'Issuer of tokens, as in their "iss": https://…' },
    ...(source !== undefined && { default: source.issuer }),
  });
  const audiences = new CfnParameter(scope, `${prefix}Audiences`, {
    ...{
      type: 'CommaDelimitedList',
      description: 'Audiences of its tokens, as in their "aud" or "client_id"',
    },
    ...(source !== undefined && { default: source.audiences.join(',') }),
  });
  return { issuer: issuer.valueAsString, audiences: audiences.valueAsList };
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
