import type { Home } from './estate.ts';
import { alertOf } from './news/alerts.ts';
import { jobMessageOf } from './news/job-messages.ts';
import { leakRowOf } from './news/leak-rows.ts';
import type { Random } from './random.ts';

/** One thing that a system says, in that system's own format. */
export interface NewsItem {
  system: 'leaks' | 'repairs' | 'tenancy';
  item: Readonly<Record<string, unknown>>;
}

const write = { leaks: leakRowOf, repairs: jobMessageOf, tenancy: alertOf };
const mix = ['leaks', 'leaks', 'repairs', 'repairs', 'tenancy'] as const;
const start = Date.parse('2026-01-05T08:00:00Z');
const apart = 5 * 60_000;

/** After everything that the news can tell of: the time that the hub is given. */
export const afterTheNews = new Date('2026-03-01T09:00:00Z');

/**
 * So many items about homes of an estate, five minutes apart: two in five leaks, two in five repairs, one in five
 * flags. Every case runs from its beginning to its end and then the next begins, so that homes do not fill up with what
 * is open.
 */
export function makeNews(homes: readonly Home[], items: number, random: Random): NewsItem[] {
  const turns = new Map<string, number>();
  return Array.from({ length: items }, (_, index) => {
    const system = random.pick(mix);
    const home = random.pick(homes);
    const life = `${system} ${home.uprn}`;
    const turn = turns.get(life) ?? 0;
    turns.set(life, turn + 1);
    return { system, item: write[system]({ home, turn, at: new Date(start + index * apart) }) };
  });
}
