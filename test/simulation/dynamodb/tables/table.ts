import type { IndexDeclaration, TableDeclaration } from '../../../../functions/shell/tables/table.ts';
import type { Item } from '../values/attribute-value.ts';
import { isSameMap } from '../values/order.ts';
import { sizeOfItem } from '../values/size.ts';
import { makeIndex, type TableIndex } from './index-of-table.ts';
import { makeRows, type Rows } from './rows.ts';
import { keyOf, type Place } from './schema.ts';
import type { WritableStream } from './stream.ts';

/** A table with its items, indexes and stream. */
export interface MemoryTable {
  readonly name: string;
  readonly declaration: TableDeclaration;
  readonly declaredIndexes: readonly IndexDeclaration[];
  readonly partitions: ReadonlyMap<string, Rows>;
  readonly indexes: ReadonlyMap<string, TableIndex>;
  readonly stream: WritableStream | undefined;
  get(place: Place): Item | undefined;
  /** Puts or, without an item, removes. What was checked before is not checked again. */
  write(place: Place, after: Item | undefined): void;
}

/** A change that a global index has not yet taken up. */
export interface IndexChange {
  readonly table: string;
  readonly index: string;
  readonly place: Place;
  /** Has the index take it up. Those of one item are taken up in their order. */
  apply(): void;
}

interface TableOptions {
  name: string;
  declaration: TableDeclaration;
  stream: WritableStream | undefined;
  onIndexChange: (change: IndexChange) => void;
}

/** Makes an empty table as it is declared. */
export function makeTable({ name, declaration, stream, onIndexChange }: TableOptions): MemoryTable {
  const partitions = new Map<string, Rows>();
  const declaredIndexes = Object.values(declaration.indexes);
  const keys = [declaration.partitionKey, declaration.sortKey];
  const indexes = new Map(declaredIndexes.map(index => [index.name, makeIndex(index, keys)]));
  const get = ({ partition, sort }: Place) => partitions.get(partition)?.at([sort])?.item;

  function writeRow({ partition, sort }: Place, item: Item | undefined): void {
    const rows = partitions.get(partition) ?? makeRows();
    if (item === undefined) rows.remove([sort]);
    else rows.put({ order: [sort], item, size: sizeOfItem(item) });
    if (rows.all.length === 0) partitions.delete(partition);
    else partitions.set(partition, rows);
  }

  return {
    ...{ name, declaration, declaredIndexes, partitions, indexes, stream, get },
    write(place, after) {
      const before = get(place);
      const isUnchanged = before && after ? isSameMap(before, after) : before === after;
      if (isUnchanged) return;
      writeRow(place, after);
      for (const index of indexes.values()) {
        const apply = () => index.change(place, before, after);
        onIndexChange({ table: name, index: index.declaration.name, place, apply });
      }
      stream?.append(keyOf(declaration, after ?? before ?? {}), before, after);
    },
  };
}
