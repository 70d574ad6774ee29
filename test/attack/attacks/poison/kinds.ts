import type { Hub } from '../../support/hub.ts';

/** Something that cannot be taken, put where others wait. */
export interface Poison {
  what: string;
  put(hub: Hub): unknown;
  /** Where it must end, once; `taken` is what looks like poison and is none. */
  ends: 'quarantine' | 'dead letters' | 'given up' | 'taken';
}

/** Poisons for one function, and the good news that comes before and behind them in the same batch. */
export interface Poisons {
  function: string;
  put(hub: Hub, first: number, last: number): void;
  all: readonly Poison[];
}
