import type { Cfn, Template } from '../merged-template.ts';
import type { Change } from './kept.ts';

/** Whoever is let in from outside: accounts and roles at queues, issuers, audiences and claims of tokens. */
export function accessIn(stacks: ReadonlyMap<string, Partial<Template>>): Set<string> {
  const all = [...stacks.values()].flatMap(({ Resources = {}, Parameters = {} }) => [
    ...Object.values(Resources).flatMap(({ Type, Properties }) => [
      ...(Type === 'AWS::SQS::QueuePolicy' ? admitted(Properties) : []),
      ...(Type === 'AWS::Lambda::Function' ? claimNames(Properties) : []),
    ]),
    ...Object.entries(Parameters).flatMap(([name, { Default }]) => tokensBy(name, Default)),
  ]);
  return new Set(all);
}

/** What would no longer be let in. */
export function accessLost(before: ReadonlySet<string>, after: ReadonlySet<string>): Change[] {
  const gone = [...before].filter(of => !after.has(of));
  return gone.map(of => ({ of, what: `${of}: would have no access any more` }));
}

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

function tokensBy(parameter: string, value: unknown): string[] {
  if (typeof value !== 'string') return [];
  if (parameter === 'OidcIssuer') return [`tokens of ${value}`];
  if (parameter === 'OidcAudience') return [`tokens for ${value}`];
  return parameter === 'RoleClaim' ? value.split(' ').map(claim => `roles in the claim ${claim}`) : [];
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
