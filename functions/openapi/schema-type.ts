type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  description?: string;
  [keyword: string]: unknown;
}>;

/** The TypeScript type of what a JSON Schema allows, as text; what it refers to is a type of that name. */
export function typeOf(schema: Schema): string {
  const { $ref, type, anyOf, oneOf, allOf } = schema;
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map(value => JSON.stringify(value)));
  const alternatives = anyOf ?? oneOf;
  if (alternatives !== undefined) return union(alternatives.map(typeOf));
  if (allOf !== undefined) return allOf.map(part => `(${typeOf(part)})`).join(' & ');
  if (Array.isArray(type)) return union(type.map(one => typeOf({ ...schema, type: one })));
  return typeOfOne(schema, String(type));
}

function typeOfOne(schema: Schema, type: string): string {
  if (type === 'object') return objectType(schema);
  if (type === 'array') return `(${typeOf(schema.items ?? {})})[]`;
  if (type === 'integer') return 'number';
  return ['string', 'number', 'boolean', 'null'].includes(type) ? type : 'unknown';
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const named = Object.entries(properties).map(([name, schema]) => {
    const said =
      schema.description === undefined ? '' : `/** ${schema.description.replaceAll('*/', '* /')} */\n`;
    return `${said}${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`;
  });
  const others = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
  const isOpen = additionalProperties !== undefined && additionalProperties !== false;
  const open = isOpen || named.length === 0 ? [`{ [name: string]: ${others} }`] : [];
  return [...(named.length === 0 ? [] : [`{\n${named.join('\n')}\n}`]), ...open].join(' & ');
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ');
}
