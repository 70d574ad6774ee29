import type { Instant } from '../../../schemas/reference.ts';

/** What came of sending a message to a system. Reasons are in the hub's own words: they are logged and kept. */
export type Outcome =
  | {
      kind: 'taken';
      /** The system itself said that it has it: an inbox only says that it lies there. */
      acknowledged: boolean;
    }
  | {
      kind: 'later';
      reason: string;
      /** Not to be tried before: the receiver, or the circuit, named the time. */
      notBefore?: Instant | undefined;
    }
  /** The receiver will never take this message as it is. */
  | { kind: 'refused'; reason: string };
