/** What each type of DynamoDB holds. */
interface Contents {
  S: string;
  N: string;
  B: string;
  BOOL: boolean;
  NULL: boolean;
  M: Item;
  L: readonly Value[];
  SS: readonly string[];
  NS: readonly string[];
  BS: readonly string[];
}

export type TypeName = keyof Contents;

/** An attribute's value as the protocol writes it: one type and its content. Never changed, so that it can be shared. */
export type Value = { readonly [T in TypeName]?: Contents[T] };

/** An item, or the content of a map. */
export type Item = Readonly<Record<string, Value>>;

/** The type of a value. */
export function typeOf(value: Value): TypeName {
  return Object.keys(value)[0] as TypeName;
}

/** The elements of a set of any type; undefined where the value is no set. */
export function elementsOf(value: Value): readonly string[] | undefined {
  return value.SS ?? value.NS ?? value.BS;
}
