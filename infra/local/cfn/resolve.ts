import type { Json, JsonObject } from '../json.ts';
import type { Endpoints, Identity } from './identity.ts';
import { resolveObject, resolveValue, type Scope } from './intrinsics.ts';
import { isPlayed, type PlayedType } from './resource-types.ts';
import { createScope, identityOf, type Supplied } from './scope.ts';
import type { Stack, TemplateResource } from './template.ts';

/** A resource the runner plays, with every intrinsic function resolved. */
export interface Resource extends Identity {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: PlayedType;
  readonly properties: JsonObject;
}

/** What the stacks of an app amount to on this machine. */
export interface Resolved {
  readonly resources: readonly Resource[];
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Resolves every stack of an app: parameters, conditions, intrinsic functions, outputs.
 *
 * @param stacks the stacks as synthesised
 * @param supplied parameter values and the addresses of the local services
 * @throws naming the stack, the resource and what it cannot resolve or does not play
 */
export function resolveStacks(stacks: readonly Stack[], supplied: Supplied): Resolved {
  refuseUnknownParameters(stacks, supplied);
  const scopes: StackScope[] = [];
  const imported = (name: string): Json => {
    for (const scope of scopes) {
      const value = exportedValue(scope, name);
      if (value !== undefined) return value;
    }
    throw new Error(`no stack exports ${name}`);
  };
  for (const stack of stacks) scopes.push({ stack, scope: createScope(stack, supplied, imported) });
  const resources = scopes.flatMap(scope => resolveResources(scope, supplied.endpoints));
  refuseNamesakes(resources);
  return {
    resources,
    outputs: Object.fromEntries(scopes.flatMap(resolveOutputs)),
  };
}

interface StackScope {
  readonly stack: Stack;
  readonly scope: Scope;
}

function refuseUnknownParameters(stacks: readonly Stack[], { parameters }: Supplied): void {
  const declared = new Set(stacks.flatMap(({ template }) => Object.keys(template.Parameters ?? {})));
  const unknown = Object.keys(parameters).filter(name => !declared.has(name));
  if (unknown.length > 0) throw new Error(`no stack declares the parameter ${unknown.join(', ')}`);
}

/** Here a resource is called as its template calls it, whichever stack it is in. */
function refuseNamesakes(resources: readonly Resource[]): void {
  const known = new Map<string, Resource>();
  for (const resource of resources) {
    const other = known.get(`${resource.type} ${resource.name}`);
    if (other !== undefined)
      throw new Error(`${other.stack} and ${resource.stack} both have a ${resource.type} ${resource.name}`);
    known.set(`${resource.type} ${resource.name}`, resource);
  }
}

function resolveResources({ stack, scope }: StackScope, endpoints: Endpoints): Resource[] {
  return Object.entries(stack.template.Resources).flatMap(([logicalId, resource]) => {
    const where = `${stack.name}/${logicalId} (${resource.Type})`;
    return within(where, () => resolveResource({ stack, scope }, logicalId, resource, endpoints));
  });
}

function resolveResource(
  { stack, scope }: StackScope,
  logicalId: string,
  resource: TemplateResource,
  endpoints: Endpoints,
): Resource[] {
  const type = resource.Type;
  if (!isPlayed(type)) return [];
  if (resource.Condition !== undefined && !scope.condition(resource.Condition)) return [];
  const properties = resolveObject(resource.Properties ?? {}, scope);
  if (JSON.stringify(properties).includes('{{resolve:')) {
    throw new Error(
      'the local runner does not follow {{resolve:...}} references: read the secret at run time',
    );
  }
  return [
    { stack: stack.name, logicalId, type, properties, ...identityOf(stack, logicalId, scope, endpoints) },
  ];
}

function resolveOutputs({ stack, scope }: StackScope): [string, string][] {
  return Object.entries(stack.template.Outputs ?? {})
    .filter(([, output]) => output.Condition === undefined || scope.condition(output.Condition))
    .map(([name, output]) =>
      within(`${stack.name} output ${name}`, () => [name, String(resolveValue(output.Value, scope))]),
    );
}

function exportedValue({ stack, scope }: StackScope, name: string): Json | undefined {
  const outputs = Object.values(stack.template.Outputs ?? {});
  const output = outputs.find(
    ({ Export }) => Export !== undefined && resolveValue(Export.Name, scope) === name,
  );
  return output && resolveValue(output.Value, scope);
}

function within<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`${where}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
