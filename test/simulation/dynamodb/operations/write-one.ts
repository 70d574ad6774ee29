import type { Item } from '../values/attribute-value.ts';
import type { Database } from './database.ts';
import { checkReturnValues, type PreparedWrite, prepareWrite } from './prepared-write.ts';
import type { WriteRequest } from './requests.ts';

interface WriteAnswer {
  Attributes?: Item;
}

/** PutItem. */
export function putItem(database: Database, request: WriteRequest): WriteAnswer {
  checkReturnValues(request, ['NONE', 'ALL_OLD']);
  return perform(prepareWrite(database, 'Put', request), request);
}

/** DeleteItem. */
export function deleteItem(database: Database, request: WriteRequest): WriteAnswer {
  checkReturnValues(request, ['NONE', 'ALL_OLD']);
  return perform(prepareWrite(database, 'Delete', request), request);
}

/** UpdateItem. */
export function updateItem(database: Database, request: WriteRequest): WriteAnswer {
  checkReturnValues(request, ['NONE', 'ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW']);
  return perform(prepareWrite(database, 'Update', request), request);
}

function perform(write: PreparedWrite, { ReturnValues = 'NONE' }: WriteRequest): WriteAnswer {
  const { table, place } = write;
  const before = table.get(place);
  write.check(before);
  const after = write.after(before);
  table.write(place, after);
  const shown = ReturnValues.endsWith('_OLD') ? before : after;
  if (ReturnValues === 'NONE' || shown === undefined) return {};
  if (!ReturnValues.startsWith('UPDATED')) return { Attributes: shown };
  const touched = write.touched?.(shown) ?? {};
  return Object.keys(touched).length === 0 ? {} : { Attributes: touched };
}
