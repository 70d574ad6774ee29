import { isJsonObject, type Json } from '../json.ts';
import { ACCOUNT, localArn, REGION } from '../place.ts';
import { evaluateCondition } from './conditions.ts';
import { type Endpoints, type Identity, identify, NAME_PROPERTY } from './identity.ts';
import { resolveValue, type Scope } from './intrinsics.ts';
import { isPlayed } from './resource-types.ts';
import type { Stack } from './template.ts';

/** What the caller supplies. */
export interface Supplied {
  readonly parameters: Readonly<Record<string, string>>;
  readonly endpoints: Endpoints;
}

/**
 * Builds the scope in which a stack's values are resolved.
 *
 * @param stack the stack as synthesised
 * @param supplied parameter values and the addresses of the local services
 * @param imported finds what another stack exports
 */
export function createScope(stack: Stack, supplied: Supplied, imported: Scope['imported']): Scope {
  const { template } = stack;
  const scope: Scope = {
    imported,
    reference(name) {
      const pseudo = pseudoParameters(stack.name);
      if (Object.hasOwn(pseudo, name)) return pseudo[name];
      if (template.Parameters?.[name] !== undefined) return parameterValue(stack, name, supplied);
      return identityOf(stack, name, scope, supplied.endpoints).ref;
    },
    attribute(logicalId, name) {
      const { attributes } = identityOf(stack, logicalId, scope, supplied.endpoints);
      const value = attributes[name];
      if (value === undefined)
        throw new Error(`the local runner does not know Fn::GetAtt ${logicalId}.${name}`);
      return value;
    },
    condition: name => evaluateCondition(template.Conditions?.[name], scope),
    mapping(map, key, second) {
      const keys = template.Mappings?.[map];
      const values = isJsonObject(keys) ? keys[key] : undefined;
      const value = isJsonObject(values) ? values[second] : undefined;
      if (value === undefined) throw new Error(`Fn::FindInMap finds nothing at ${map}.${key}.${second}`);
      return value;
    },
  };
  return scope;
}

function pseudoParameters(stackName: string): Readonly<Record<string, Json | undefined>> {
  return {
    'AWS::AccountId': ACCOUNT,
    'AWS::NoValue': undefined,
    'AWS::NotificationARNs': [],
    'AWS::Partition': 'aws',
    'AWS::Region': REGION,
    'AWS::StackId': localArn('cloudformation', `stack/${stackName}/local`),
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
}

function parameterValue(stack: Stack, name: string, { parameters }: Supplied): Json {
  const declared = stack.template.Parameters?.[name];
  const value = parameters[name] ?? declared?.Default;
  if (declared === undefined || value === undefined) throw new Error(`the parameter ${name} has no value`);
  const isList = declared.Type === 'CommaDelimitedList' || declared.Type.startsWith('List<');
  return isList ? String(value).split(',') : String(value);
}

/**
 * Names a resource of a stack: physical name, `Ref` and attributes.
 *
 * @throws when the stack has no such resource, or the runner does not play its type
 */
export function identityOf(stack: Stack, logicalId: string, scope: Scope, endpoints: Endpoints): Identity {
  const resource = stack.template.Resources[logicalId];
  if (resource === undefined) throw new Error(`${stack.name} has no resource or parameter ${logicalId}`);
  if (!isPlayed(resource.Type)) return placeholderIdentity(logicalId);
  const property = NAME_PROPERTY[resource.Type];
  const given = property === undefined ? undefined : resolveValue(resource.Properties?.[property], scope);
  const name = typeof given === 'string' ? given : logicalId;
  const suffix = property === 'TableName' ? (endpoints.tableSuffix ?? '') : '';
  return identify(resource.Type, `${name}${suffix}`, endpoints);
}

/** Nothing is ever done with a role's ARN or a key's id here, but templates pass them about. */
function placeholderIdentity(logicalId: string): Identity {
  const attributes = new Proxy({}, { get: (_, name) => `arn:aws:local:::${logicalId}/${String(name)}` });
  return { name: logicalId, ref: logicalId, attributes };
}
