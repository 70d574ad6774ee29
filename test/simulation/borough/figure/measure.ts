import { type Explained, explained } from '../accounting/causes.ts';
import { type Figure, figureOf } from '../accounting/figure.ts';
import { wrongnessOf } from '../accounting/wrongness.ts';
import { type Driven, drive } from '../run/drive.ts';
import { dangersIn, owedIn } from '../truth/truth.ts';
import { type Borough, type BoroughOptions, makeBorough } from '../world/borough.ts';
import { causesOf } from './causes.ts';

/** Hours of wrongness, and all that they were counted from. */
export interface Measured extends Driven {
  figure: Figure;
  wrongs: readonly Explained[];
  /** How many things were said and decided. */
  acts: number;
}

/** Lets a borough live with the hub, and holds what its systems showed against what was true. */
export async function measureHours(options: BoroughOptions): Promise<Measured> {
  const borough = makeBorough(options);
  return countHours(borough, await drive(borough));
}

/** Holds what was shown against what was true. */
export function countHours(borough: Borough, driven: Driven): Measured {
  const dangers = dangersIn(borough);
  const found = wrongnessOf(owedIn(dangers), driven.shown, borough.doubts);
  const wrongs = explained(found, causesOf({ borough, dangers, driven }));
  return { ...driven, figure: figureOf(wrongs), wrongs, acts: borough.acts.length };
}
