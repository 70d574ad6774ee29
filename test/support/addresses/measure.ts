import { findAddress } from '../../../functions/shell/tables/directory/find-address.ts';
import type { Labelled } from './generator/messy.ts';
import type { TownDirectory } from './town-directory.ts';

/** What came of matching a set of labelled addresses. */
export interface Measurement {
  addresses: number;
  /** Addresses that mean one home. */
  withHome: number;
  accepted: number;
  /** Accepted, and it is another home or no single one. */
  wrong: Mistake[];
  /** Means one home, and it was not accepted. */
  missed: Mistake[];
  precision: number;
  recall: number;
  recallAt3: number;
  lookUps: { mean: number; most: number };
  homesRead: { mean: number; most: number };
}

interface Mistake extends Labelled {
  said: string;
  rank: number;
}

/** Matches every address of a set and compares with its label. */
export async function measure(labelled: readonly Labelled[], directory: TownDirectory): Promise<Measurement> {
  const results = [];
  for (const one of labelled) {
    const match = await findAddress(one.address, directory.lookUp);
    const expected = one.uprns.length === 1 ? one.uprns[0] : undefined;
    const rank = match.candidates.findIndex(({ uprn }) => uprn === expected);
    const accepted = match.found === 'one' ? match.uprn : undefined;
    results.push({ ...one, expected, accepted, rank, said: accepted ?? match.found, ...directory.taken() });
  }
  const accepted = results.filter(result => result.accepted !== undefined);
  const wrong = accepted.filter(result => result.accepted !== result.expected);
  const withHome = results.filter(({ expected }) => expected !== undefined);
  const missed = withHome.filter(result => result.accepted === undefined);
  const amongThree = withHome.filter(({ rank }) => rank >= 0 && rank < 3);
  return {
    addresses: results.length,
    withHome: withHome.length,
    accepted: accepted.length,
    wrong,
    missed,
    precision: (accepted.length - wrong.length) / accepted.length,
    recall: (accepted.length - wrong.length) / withHome.length,
    recallAt3: amongThree.length / withHome.length,
    lookUps: spreadOf(results.map(({ lookUps }) => lookUps)),
    homesRead: spreadOf(results.map(({ homes }) => homes)),
  };
}

function spreadOf(values: readonly number[]) {
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, most: Math.max(...values) };
}
