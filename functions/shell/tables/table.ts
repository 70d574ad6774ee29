/** A global index of a table, which lags: what its partitions and their order are, and what of an item it shows. */
export interface IndexDeclaration {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  /** Beside its keys and those of the table: everything, nothing, or these attributes. */
  readonly shows: 'everything' | 'keys' | readonly string[];
  readonly holds: string;
}

/** A table as it is deployed. The name is that of its construct. */
export interface TableDeclaration {
  readonly name: string;
  readonly holds: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly indexes: Readonly<Record<string, IndexDeclaration>>;
  /** The attribute after which DynamoDB removes an item, in seconds since 1970. */
  readonly expiry?: string;
  /** For how many days it can be restored to any second, where that is not as long as AWS lets it. */
  readonly recoveryDays?: number;
  /** What its stream shows of a changed item, where it has one. */
  readonly stream?: 'new-image';
}

/** One kind of item of a table. */
export interface ItemKind {
  readonly partition: string;
  readonly sort: string;
  readonly holds: string;
}

/** What is asked of DynamoDB, or that a function is fed from the table's stream. */
export type Operation =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'Scan'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem'
  | 'TransactGetItems'
  | 'TransactWriteItems'
  | 'stream';

/** One way in which a table is read or written. */
export interface AccessPattern {
  readonly what: string;
  readonly by: readonly Operation[];
  readonly key: string;
  /** The index that is read, if one is. */
  readonly index?: string;
  /** The module that does so, from the folder of all tables: whoever has it in their bundle, and may do so, does. */
  readonly module: string;
}

/** What is in a table and how it is reached: for whoever reads about it, never for whoever runs. */
export interface TableUse {
  readonly items: readonly ItemKind[];
  readonly access: readonly AccessPattern[];
}
