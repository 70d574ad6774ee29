import { recordsTable } from '../../../../functions/shell/tables/records/table.ts';
import type { IndexDeclaration } from '../../../../functions/shell/tables/table.ts';
import { itemSize, type WireItem } from '../item-size.ts';
import { type Kind, unitsOf } from './cost.ts';

const indexes = Object.entries(recordsTable.indexes) as [Kind, IndexDeclaration][];

/**
 * What a change of an item costs in each index: nothing where neither is in it or what it shows is the same, two writes
 * where the place in it changes, else one (DynamoDB Developer Guide, “Global secondary indexes”, write costs).
 */
export function indexUnits(before: WireItem | undefined, after: WireItem | undefined): [Kind, number][] {
  return indexes.map(([name, index]) => {
    const [old, now] = [shownIn(index, before), shownIn(index, after)];
    if (old === undefined && now === undefined) return [name, 0];
    if (old === undefined || now === undefined) return [name, unitsOf(itemSize(old ?? now ?? {}))];
    if (JSON.stringify(old) === JSON.stringify(now)) return [name, 0];
    const moved = placeIn(index, old) !== placeIn(index, now);
    if (moved) return [name, unitsOf(itemSize(old)) + unitsOf(itemSize(now))];
    return [name, unitsOf(Math.max(itemSize(old), itemSize(now)))];
  });
}

function placeIn({ partitionKey, sortKey }: IndexDeclaration, item: WireItem): string {
  return JSON.stringify([item[partitionKey], item[sortKey]]);
}

/** An item as an index shows it; nothing where it has not all of the index's keys. */
function shownIn(index: IndexDeclaration, item: WireItem | undefined): WireItem | undefined {
  const { partitionKey, sortKey, shows } = index;
  if (item?.[partitionKey] === undefined || item[sortKey] === undefined) return undefined;
  if (shows === 'everything') return item;
  const names = new Set(['pk', 'sk', partitionKey, sortKey, ...(shows === 'keys' ? [] : shows)]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}
