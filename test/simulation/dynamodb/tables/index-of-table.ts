import type { IndexDeclaration } from '../../../../functions/shell/tables/table.ts';
import { type Projection, projectionTo } from '../expressions/project.ts';
import type { Item } from '../values/attribute-value.ts';
import { sizeOfItem } from '../values/size.ts';
import { makeRows, type Rows } from './rows.ts';
import { type Place, placeInIndex } from './schema.ts';

/** An index as it is queried. */
export interface TableIndex {
  readonly declaration: IndexDeclaration;
  /** Whether it shows an attribute of every item. */
  shows(attribute: string): boolean;
  readonly partitions: ReadonlyMap<string, Rows>;
  /** Takes up what became of an item. */
  change(place: Place, before: Item | undefined, after: Item | undefined): void;
}

/** Makes an empty index of a table with these keys. */
export function makeIndex(declaration: IndexDeclaration, tableKeys: readonly string[]): TableIndex {
  const { partitionKey, sortKey, shows } = declaration;
  const shown = new Set([partitionKey, sortKey, ...tableKeys, ...(Array.isArray(shows) ? shows : [])]);
  const project: Projection =
    shows === 'everything' ? item => item : projectionTo([...shown].map(name => [name]));
  const partitions = new Map<string, Rows>();

  function orderOf(place: Place, { sort }: Place): readonly string[] {
    return [sort, place.partition, place.sort];
  }

  return {
    declaration,
    partitions,
    shows: attribute => shows === 'everything' || shown.has(attribute),
    change(place, before, after) {
      const left = before && placeInIndex(declaration, before);
      if (left) partitions.get(left.partition)?.remove(orderOf(place, left));
      const taken = after && placeInIndex(declaration, after);
      if (after === undefined || taken === undefined) return;
      const rows = partitions.get(taken.partition) ?? makeRows();
      partitions.set(taken.partition, rows);
      const item = project(after);
      rows.put({ order: orderOf(place, taken), item, size: sizeOfItem(item) });
    },
  };
}
