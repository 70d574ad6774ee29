import type { Instant } from '../../../schemas/reference.ts';

/** What came of sending a message to a system. Reasons are in the hub's own words: they are logged and kept. */
export type SendOutcome =
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
      /** Nobody asked the system this time: however long the message has waited, it is not given up for that. */
      untried?: true;
      /** Nobody knows whether the system has it, or will have it yet: it was sent, and no answer came. */
      unanswered?: true;
    }
  /** The receiver will never take this message as it is. */
  | { kind: 'refused'; reason: string };
