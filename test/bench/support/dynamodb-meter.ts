import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { itemSize, type WireItem } from './item-size.ts';
import { type Cost, kindOf, nothing, unitsOf } from './meter/cost.ts';
import { indexUnits } from './meter/indexes.ts';

/** Reads what a client's calls have cost. */
export interface Meter {
  /** The cost since the last time it was asked. */
  take(): Cost;
  /** The size of an item as it was last written, in bytes. */
  sizeOf(key: { pk: string; sk: string }): number;
}

/** A change of one item, or that it is looked at before others are changed. */
interface Action {
  Put?: { Item: WireItem };
  Delete?: { Key: WireItem };
  ConditionCheck?: { Key: WireItem };
}
type Request = Action & { PutRequest?: { Item: WireItem }; DeleteRequest?: { Key: WireItem } };

interface Body {
  Item?: WireItem;
  Key?: WireItem;
  RequestItems?: Record<string, { Keys: WireItem[] } | Request[]>;
  TransactItems?: (Action & { Get?: { Key: WireItem } })[];
}
type Items = Map<string, WireItem>;
const utf8 = new TextDecoder();

/**
 * Puts a meter on a client; every call that it makes is counted. It must see every write from an empty table on: a write is
 * charged by the larger of the item before and after, and a read by what was written. What is refused is charged as well.
 * @throws {Error} from a command that the meter does not know
 */
export function meterOn(client: DynamoDBDocumentClient): Meter {
  const items: Items = new Map();
  let cost = nothing();
  client.middlewareStack.add(
    (next, context) => async args => {
      const { body } = args.request as { body: Uint8Array };
      const after = count(cost, context.commandName ?? '', JSON.parse(utf8.decode(body)), items);
      const result = await next(args);
      for (const [name, item] of after) item === undefined ? items.delete(name) : items.set(name, item);
      const { headers } = result.response as { headers: Record<string, string> };
      cost.bytesSent += body.byteLength;
      cost.bytesReceived += Number(headers['content-length']);
      return result;
    },
    { step: 'build', name: 'meter' },
  );
  return {
    take() {
      const taken = cost;
      cost = nothing();
      return taken;
    },
    sizeOf: ({ pk, sk }) => sizeOf(items.get(nameOf({ pk: { S: pk }, sk: { S: sk } }))),
  };
}

/** Counts a call. @returns the items that it changes, as they are where it succeeds. */
function count(cost: Cost, command: string, body: Body, items: Items): [string, WireItem | undefined][] {
  const { Item, Key, RequestItems = {}, TransactItems = [] } = body;
  const requests = Object.values(RequestItems);
  switch (command) {
    case 'GetItemCommand':
    case 'GetCommand':
      return read(cost, [Key ?? {}], 1, items);
    case 'BatchGetItemCommand':
    case 'BatchGetCommand':
      return read(
        cost,
        requests.flatMap(asked => ('Keys' in asked ? asked.Keys : [])),
        1,
        items,
      );
    case 'TransactGetItemsCommand':
    case 'TransactGetCommand':
      return read(
        cost,
        TransactItems.flatMap(({ Get }) => (Get ? [Get.Key] : [])),
        2,
        items,
      );
    case 'PutItemCommand':
    case 'PutCommand':
      cost.writes += 1;
      return write(cost, [{ Put: { Item: Item ?? {} } }], 1, items);
    case 'BatchWriteItemCommand':
    case 'BatchWriteCommand':
      cost.writes += 1;
      return write(
        cost,
        requests.flatMap(asked => ('Keys' in asked ? [] : asked.map(actionOf))),
        1,
        items,
      );
    // Of the peers: what they change in place is less than a KB.
    case 'UpdateItemCommand':
    case 'UpdateCommand':
      cost.writes += 1;
      cost.writeUnits.rows += 1;
      return [];
    case 'QueryCommand':
      cost.reads += 1;
      return [];
    case 'TransactWriteItemsCommand':
    case 'TransactWriteCommand':
      cost.transactions += 1;
      return write(cost, TransactItems, 2, items);
    default:
      throw new Error(`The meter does not know what ${command} costs`);
  }
}

function actionOf({ PutRequest, DeleteRequest }: Request): Action {
  return { ...(PutRequest && { Put: PutRequest }), ...(DeleteRequest && { Delete: DeleteRequest }) };
}

function read(cost: Cost, keys: readonly WireItem[], times: number, items: Items): [] {
  cost.reads += 1;
  for (const key of keys) cost.readUnits += times * unitsOf(sizeOf(items.get(nameOf(key))), 4);
  return [];
}

function write(cost: Cost, actions: readonly Action[], times: number, items: Items) {
  return actions.flatMap(({ Put, Delete, ConditionCheck }): [string, WireItem | undefined][] => {
    const key = Put?.Item ?? Delete?.Key ?? ConditionCheck?.Key;
    if (key === undefined) throw new Error('The meter does not know what an action of this kind costs');
    const before = items.get(nameOf(key));
    const after = ConditionCheck === undefined ? Put?.Item : before;
    const units = times * unitsOf(Math.max(sizeOf(before), sizeOf(after)));
    cost.writeUnits[kindOf(String(key['sk']?.['S']))] += units;
    if (ConditionCheck !== undefined) return [];
    cost.itemsWritten += 1;
    for (const [index, more] of indexUnits(before, after)) cost.writeUnits[index] += more;
    return [[nameOf(key), after]];
  });
}

function sizeOf(item: WireItem | undefined): number {
  return item === undefined ? 0 : itemSize(item);
}

function nameOf({ pk, sk }: WireItem): string {
  return JSON.stringify([pk, sk]);
}
