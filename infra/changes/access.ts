import type { Cfn, Template } from '../merged-template.ts';
import type { Change } from './kept.ts';

/** Whoever is let in from outside: accounts and roles at queues, issuers, audiences and claims of tokens. */
export function accessIn(stacks: ReadonlyMap<string, Partial<Template>>): Set<string> {
  const all = [...stacks.values()].flatMap(({ Resources = {}, Parameters = {} }) => [
    ...Object.values(Resources).flatMap(({ Type, Properties }) => waysIn[Type]?.(Properties) ?? []),
    ...tokensBy(Parameters),
  ]);
  return new Set(all);
}

/** What would no longer be let in. */
export function accessLost(before: ReadonlySet<string>, after: ReadonlySet<string>): Change[] {
  const gone = [...before].filter(of => !after.has(of));
  return gone.map(of => ({ of, what: `${of}: would have no access any more` }));
}

const waysIn: Readonly<Record<string, (properties: Cfn) => string[]>> = {
  'AWS::SQS::QueuePolicy': admitted,
  'AWS::Lambda::Function': claimNames,
  'AWS::ApiGatewayV2::Api': ({ DisableExecuteApiEndpoint }) =>
    DisableExecuteApiEndpoint === true ? [] : ['whoever calls the API by AWS’s address'],
  'AWS::ApiGatewayV2::DomainName': ({ DomainName }) => [`whoever calls the API by ${DomainName}`],
};

function admitted({ Queues, PolicyDocument }: Cfn): string[] {
  const queue = idIn(Queues[0]);
  return PolicyDocument.Statement.flatMap(({ Effect, Principal, Action }: Cfn) => {
    if (Effect !== 'Allow' || Principal.AWS === undefined) return [];
    const who = [Principal.AWS].flat().map(textOf);
    return who.flatMap(one => [Action].flat().map(action => `${one} at ${queue} (${action})`));
  });
}

function claimNames({ Environment }: Cfn): string[] {
  const names: string = Environment?.Variables?.CLAIM_NAMES ?? '';
  return names.split(' ').flatMap(name => (name === '' ? [] : [`tokens that say ${name}`]));
}

/** Systems' tokens are of the same issuer as officers' where there are no parameters of theirs. */
function tokensBy(parameters: Cfn): string[] {
  const given = (name: string, separator: string): string[] =>
    parameters[name]?.Default?.split(separator) ?? [];
  const of = (who: string, prefix: string) => [
    ...given(`${prefix}Issuer`, ' ').map(issuer => `${who} with tokens of ${issuer}`),
    ...given(`${prefix}Audiences`, ',').map(audience => `${who} with tokens for ${audience}`),
  ];
  return [
    ...of('officers', 'Oidc'),
    ...of('systems', parameters.SystemsIssuer === undefined ? 'Oidc' : 'Systems'),
    ...given('RoleClaim', ' ').map(claim => `roles in the claim ${claim}`),
  ];
}

function idIn(reference: Cfn): string {
  return reference?.Ref ?? textOf(reference);
}

/** An ARN as the template writes it: of this account, it has references in it. */
function textOf(value: Cfn): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { Ref, 'Fn::Join': join } = value;
  return Ref ?? (join === undefined ? JSON.stringify(value) : join[1].map(textOf).join(join[0]));
}
