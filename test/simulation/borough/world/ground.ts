import type { Home } from '../../../bench/support/estate.ts';
import type { Chance } from './chance.ts';
import type { Chronicle } from './chronicle.ts';
import type { Thing } from './thing.ts';

/** A household in a home, from the day it moved in to the day it moved out. */
export interface Tenancy {
  readonly home: Home;
  readonly household: readonly string[];
  readonly from: number;
  readonly to: number | undefined;
  readonly thing: Thing;
}

/** What every part of a borough is made with. */
export interface Ground {
  readonly homes: readonly Home[];
  readonly begins: number;
  readonly ends: number;
  readonly tenancies: readonly Tenancy[];
  readonly chronicle: Chronicle;
  readonly chance: Chance;
  /** Repairs copies what the hub told it onto work orders. */
  readonly echoes: boolean;
}

/** The tenancy that a home has at an instant. */
export function tenancyAt(tenancies: readonly Tenancy[], home: string, at: number): Tenancy | undefined {
  return tenancies.find(
    one => one.home.uprn === home && one.from <= at && (one.to === undefined || at < one.to),
  );
}
