/** JSON Schema, as far as the published documents use it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly [keyword: string]: unknown;
}

/** What `$ref` may point at, by its last part: `#/components/schemas/Flag` is `Flag`. */
export type Definitions = Readonly<Record<string, Schema>>;

/** The schema itself, where it only refers to one. @throws {Error} when there is none of that name */
function resolved(schema: Schema, definitions: Definitions): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.split('/').at(-1) ?? '';
  const found = definitions[name];
  if (found === undefined) throw new Error(`No schema is called ${schema.$ref}`);
  return resolved(found, definitions);
}

/** The schemas of which a value has to satisfy one, without `anyOf`, `oneOf`, `$ref` or lists of types. */
export function alternativesOf(schema: Schema, definitions: Definitions): Schema[] {
  const own = resolved(schema, definitions);
  const { type } = own;
  const branches = own.anyOf ?? own.oneOf;
  if (branches !== undefined) return branches.flatMap(branch => alternativesOf(branch, definitions));
  if (typeof type === 'string' || type === undefined) return [own];
  return type.map(one => ({ ...own, type: one }));
}
