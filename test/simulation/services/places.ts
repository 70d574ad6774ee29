import type { Call, Json } from '../world/process.ts';

/** Where an item of a table or an object of a bucket lies. */
export interface Place {
  /** Tells it from all others. */
  readonly id: string;
  /** The table or bucket. */
  readonly where: string;
  /** Both keys of the item as DynamoDB has them, or the object's as a text. */
  readonly key: Json;
}

/** What a call names. What a query or scan comes upon is known by its answer alone. */
export interface Places {
  /** Read by its key. */
  readonly read: readonly Place[];
  readonly written: readonly Place[];
  /** Written, or looked at, only where a condition holds. */
  readonly guarded: readonly Place[];
}

const none: Places = { read: [], written: [], guarded: [] };

/** Where an item lies. @param keys has its two keys, whatever else it has */
export function placeOf(where: string, { pk, sk }: Json): Place {
  return { id: `${where} ${pk.S} ${sk.S}`, where, key: { pk, sk } };
}

/** What a call names. */
export function placesIn({ service, operation, body }: Pick<Call, 'service' | 'operation' | 'body'>): Places {
  if (service === 's3') return ofObject(operation, body);
  if (service !== 'dynamodb') return none;
  switch (operation) {
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return ofWrites([[operation, body]]);
    case 'TransactWriteItems':
      return ofWrites(body.TransactItems.flatMap((action: Json) => Object.entries(action)));
    case 'BatchWriteItem':
      return {
        ...none,
        written: inBatch(body, one => one.PutRequest?.Item ?? one.DeleteRequest.Key),
      };
    case 'GetItem':
      return { ...none, read: [placeOf(body.TableName, body.Key)] };
    case 'TransactGetItems':
      return { ...none, read: body.TransactItems.map(({ Get }: Json) => placeOf(Get.TableName, Get.Key)) };
    case 'BatchGetItem':
      return { ...none, read: inBatch(body, one => one) };
    default:
      return none;
  }
}

function ofObject(operation: string, { bucket, key, ifMatch, ifNoneMatch }: Json): Places {
  const place = { id: `${bucket} ${key}`, where: bucket, key };
  if (operation === 'GET') return { ...none, read: [place] };
  const isGuarded = (ifMatch ?? ifNoneMatch) !== undefined;
  return { read: [], written: [place], guarded: isGuarded ? [place] : [] };
}

function ofWrites(requests: readonly [kind: string, Json][]): Places {
  const placed = requests.map(([kind, { TableName, Item, Key, ConditionExpression }]) => ({
    place: placeOf(TableName, Item ?? Key),
    isWritten: kind !== 'ConditionCheck',
    isGuarded: ConditionExpression !== undefined,
  }));
  return {
    read: [],
    written: placed.flatMap(({ place, isWritten }) => (isWritten ? [place] : [])),
    guarded: placed.flatMap(({ place, isGuarded }) => (isGuarded ? [place] : [])),
  };
}

function inBatch({ RequestItems }: Json, keysOf: (one: Json) => Json): Place[] {
  return Object.entries<Json>(RequestItems).flatMap(([table, asked]) =>
    (asked.Keys ?? asked).map((one: Json) => placeOf(table, keysOf(one))),
  );
}
