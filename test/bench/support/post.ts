import type { LocalHub } from '@infra/local';
import { makeSystemClient, takenWhole } from '../../scenarios/system-client.ts';
import { sheetOf } from './news/leak-rows.ts';
import type { NewsItem } from './news.ts';

/**
 * Posts items of one system in its own format and answers with how many events the hub took.
 * @throws {Error} with the hub's answer when it did not take all of it.
 */
export type Post = (system: NewsItem['system'], items: readonly NewsItem['item'][]) => Promise<number>;

/** Makes the sender of the systems, each with its own token. */
export function makePost(hub: LocalHub, credentials: readonly { id: string; secret: string }[]): Post {
  const clients = new Map(credentials.map(each => [each.id, makeSystemClient(hub, each)]));
  return async (system, items) => {
    const request =
      system === 'leaks'
        ? { contentType: 'text/csv', body: sheetOf(items) }
        : { contentType: 'application/json', body: JSON.stringify(items) };
    const posted = await clients.get(system)?.post(request);
    if (posted === undefined) throw new Error(`No system is called ${system}`);
    return takenWhole(system, posted).accepted.reduce((sum, { events }) => sum + events.length, 0);
  };
}
