/** A path into an item: names, placeholders of names, and places in lists. */
export type Path = readonly (string | number)[];

/** What is compared, or set. */
export type Operand =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'function'; readonly name: string; readonly of: readonly Operand[] };

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A condition as it is written. */
export type Condition =
  | { readonly kind: 'and'; readonly of: readonly Condition[] }
  | { readonly kind: 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly by: Comparator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'between'; readonly of: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly of: Operand; readonly list: readonly Operand[] }
  | { readonly kind: 'function'; readonly name: string; readonly of: readonly Operand[] };

/** What is set: an operand, or the sum or difference of two. */
export interface Assigned {
  readonly operand: Operand;
  readonly plus?: Operand;
  readonly minus?: Operand;
}

/** An update as it is written. */
export interface Update {
  readonly set: readonly { readonly path: Path; readonly to: Assigned }[];
  readonly remove: readonly Path[];
  readonly add: readonly { readonly path: Path; readonly value: string }[];
  readonly delete: readonly { readonly path: Path; readonly value: string }[];
}
