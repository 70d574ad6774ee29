import type { Template as CfnTemplate } from 'aws-cdk-lib/assertions';

/** A value of a template, typed as loosely as CDK's own assertions do. */
export type Cfn = ReturnType<CfnTemplate['findResources']>[string][string];

/** A synthesised template, as far as it is read here. */
export interface Template {
  Resources: Record<string, Cfn>;
  Outputs: Record<string, Cfn>;
  Parameters: Record<string, Cfn>;
}

/**
 * The templates of several stacks as one: what a stack imports of another stands there as what it is, and what is exported
 * for that is left out.
 * @throws {Error} naming what no stack exports, and what two stacks call the same
 */
export function mergedTemplate(templates: readonly Partial<Template>[]): Template {
  const exported = new Map<string, Cfn>();
  for (const { Outputs = {} } of templates)
    for (const { Export, Value } of Object.values(Outputs)) if (Export) exported.set(Export.Name, Value);
  const merged: Template = { Resources: {}, Outputs: {}, Parameters: {} };
  for (const { Resources = {}, Outputs = {}, Parameters = {} } of templates) {
    add(merged.Resources, Resources);
    add(merged.Outputs, Object.fromEntries(Object.entries(Outputs).filter(([, { Export }]) => !Export)));
    Object.assign(merged.Parameters, Parameters);
  }
  return resolved(merged, exported);
}

function add(all: Record<string, Cfn>, more: Record<string, Cfn>): void {
  for (const [id, value] of Object.entries(more)) {
    if (id in all) throw new Error(`Two stacks have a ${id}`);
    all[id] = value;
  }
}

function resolved<Value>(value: Value, exported: ReadonlyMap<string, Cfn>): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(one => resolved(one, exported)) as Value;
  const { 'Fn::ImportValue': name } = value as { 'Fn::ImportValue'?: string };
  if (name === undefined) {
    const members = Object.entries(value).map(([key, one]) => [key, resolved(one, exported)]);
    return Object.fromEntries(members);
  }
  if (!exported.has(name)) throw new Error(`No stack exports ${name}`);
  return exported.get(name);
}
