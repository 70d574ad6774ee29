import type { Home } from '../estate.ts';

/** Where an item stands in the life of its case: the home, how often something was said of it before, and when. */
export interface Moment {
  home: Home;
  turn: number;
  at: Date;
}
