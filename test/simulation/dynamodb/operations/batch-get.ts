import { invalid } from '../errors.ts';
import type { Item } from '../values/attribute-value.ts';
import { sizeOfItem } from '../values/size.ts';
import { type Database, tableNamed } from './database.ts';
import { placeIn, projectionIn } from './get.ts';
import type { BatchGetRequest } from './requests.ts';

const keysAtMost = 100;
const bytesAtMost = 16 * 1024 * 1024;

type Asked = BatchGetRequest['RequestItems'][string];

/** BatchGetItem. What does not fit its answer is left for another call. */
export function batchGetItem(database: Database, { RequestItems }: BatchGetRequest): object {
  const asked = Object.entries(RequestItems);
  const keys = asked.reduce((sum, [, { Keys }]) => sum + Keys.length, 0);
  if (keys > keysAtMost) throw invalid('Too many items requested for the BatchGetItem call');
  const found: [string, Item[]][] = [];
  const unprocessed: [string, Asked][] = [];
  let room = bytesAtMost;
  for (const [name, { Keys, ...how }] of asked) {
    const read = readOf(database, name, { Keys, ...how }, room);
    room -= read.bytes;
    found.push([name, read.items]);
    if (read.left.length > 0) unprocessed.push([name, { Keys: read.left, ...how }]);
  }
  return { Responses: Object.fromEntries(found), UnprocessedKeys: Object.fromEntries(unprocessed) };
}

/** Reads the keys of one table until there is no room. */
function readOf(database: Database, name: string, { Keys, ...how }: Asked, room: number) {
  const table = tableNamed(database, name);
  const shown = projectionIn(table, how);
  const places = Keys.map(key => placeIn(table, key));
  if (new Set(places.map(({ partition, sort }) => `${partition}\n${sort}`)).size < places.length)
    throw invalid('Provided list of item keys contains duplicates');
  const items: Item[] = [];
  const left: Item[] = [];
  let bytes = 0;
  for (const [index, key] of Keys.entries()) {
    const item = places[index] && table.get(places[index]);
    bytes += item ? sizeOfItem(item) : 0;
    if (bytes > room) left.push(key);
    else if (item) items.push(shown(item));
  }
  return { items, left, bytes };
}
