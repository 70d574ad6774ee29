import type { Driven } from '../run/drive.ts';
import type { Danger } from '../truth/danger.ts';
import type { Borough } from '../world/borough.ts';

/** What the causes are told from. */
export interface Evidence {
  borough: Borough;
  dangers: readonly Danger[];
  driven: Driven;
}
