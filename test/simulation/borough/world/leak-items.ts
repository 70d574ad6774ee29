import type { Home } from '../../../bench/support/estate.ts';
import { typedOf } from './time.ts';

/** A row of the leaks sheet. */
export function leakRow(home: Home, at: number, what: string, cells: object = {}) {
  const { date, time } = typedOf(at);
  const place = { Block: home.blockName, Flat: `Flat ${home.flat}` };
  return { Date: date, Time: time, ...place, 'What happened': what, ...cells };
}
