import type { FlagCode } from '../../../../schemas/flags.ts';
import type { Interval } from '../accounting/intervals.ts';

/** A warning that is right for whoever comes to a home, for as long as it is. */
export interface Danger extends Interval {
  readonly code: FlagCode;
  readonly home: string;
  /** When somebody said so last: what is counted from by whoever thinks that it passes by itself. */
  readonly lastSaid?: number;
  /** Of a marker about a person: when it is to be looked at again. */
  readonly reviewOn?: string;
}
