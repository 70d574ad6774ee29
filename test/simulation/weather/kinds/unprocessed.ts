import type { Json } from '../../world/process.ts';
import type { FaultKind } from '../fault.ts';

/** The last of the keys of the first table; nothing where there is but one. */
function last(requests: Json): { table: string; keys: Json[] } | undefined {
  const [entry] = Object.entries<Json>(requests ?? {});
  const keys: Json[] = entry?.[1].Keys ?? entry?.[1] ?? [];
  return entry === undefined || keys.length < 2 ? undefined : { table: entry[0], keys: keys.slice(-1) };
}

export const unprocessed: FaultKind = {
  name: 'unprocessed',
  says: 'a batch is done in part, and the rest is handed back',
  rate: 0.3,
  call({ operation, body }) {
    const left = last(body.RequestItems);
    if (left === undefined || !['BatchGetItem', 'BatchWriteItem'].includes(operation)) return undefined;
    const isRead = operation === 'BatchGetItem';
    const { table, keys } = left;
    const settings = body.RequestItems[table];
    const done = isRead ? { ...settings, Keys: settings.Keys.slice(0, -1) } : settings.slice(0, -1);
    const rest = isRead ? { ...settings, Keys: keys } : keys;
    return {
      kind: 'changed',
      request: asked => ({ ...asked, RequestItems: { ...asked.RequestItems, [table]: done } }),
      answer: given =>
        given.status === 200
          ? {
              ...given,
              body: { ...given.body, [isRead ? 'UnprocessedKeys' : 'UnprocessedItems']: { [table]: rest } },
            }
          : given,
    };
  },
};
