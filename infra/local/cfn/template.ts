import type { Json, JsonObject } from '../json.ts';

/** The parts of a CloudFormation template the runner reads. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, TemplateParameter>>;
  readonly Mappings?: JsonObject;
  readonly Conditions?: JsonObject;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, TemplateOutput>>;
}

/** A declared parameter: lists arrive as one comma-separated string. */
interface TemplateParameter {
  readonly Type: string;
  readonly Default?: string | number;
}

/** A declared resource before any intrinsic function is resolved. */
export interface TemplateResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: JsonObject;
}

/** A declared output; `Export.Name` makes it importable by another stack. */
interface TemplateOutput {
  readonly Value: Json;
  readonly Condition?: string;
  readonly Export?: { readonly Name: Json };
}

/** One stack of a synthesised app. */
export interface Stack {
  readonly name: string;
  readonly template: Template;
}
