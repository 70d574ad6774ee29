import type { FlagCode } from '../../../../schemas/flags.ts';

/** Something in the borough that is so for a time, and that systems tell the hub of. */
export interface Thing {
  readonly id: string;
  readonly kind: 'job' | 'leak' | 'damp' | 'claim' | 'tenancy' | 'missed' | 'warning';
  /** The warning that it is as long as it is so; of some things that follows from others too. */
  readonly code?: FlagCode;
  /** Where it is so; of a person's, wherever that person lives. */
  readonly homes: readonly string[];
  readonly person?: string;
  /** Of a leak: where the water seems to come from. */
  readonly source?: string;
  /** Of a tenancy: who lives there. */
  readonly household?: readonly string[];
  /** Of what ends with a tenancy: which. */
  readonly tenancy?: string;
  /** Of a visit in vain: the job or leak that it was for. */
  readonly purpose?: string;
}

/** That the hub was told of a thing: that it is so (again), or that it no longer is. */
export interface Told {
  readonly thing: Thing;
  readonly says: 'stands' | 'over' | 'reviewed';
  /** When it is so, or was said, by the teller's clock. */
  readonly happened: number;
  /** When the hub was told. */
  readonly heard: number;
  /** Of a review: the day on which it is due again. */
  readonly until?: string;
}
