/** Keeps account of the work in hand, so that somebody can wait for its end. */
export interface Activity {
  /** Notes that something begins; call the answer when it has ended. */
  begin(what: string): () => void;
  /** How much was ever begun: unchanged means nothing happened in between. */
  begun(): number;
  /** What has begun and not ended. */
  inHand(): readonly string[];
  /** Resolves as soon as anything in hand ends. */
  ended(): Promise<void>;
  /** Notes a fault of the runner itself, for the next who waits. */
  fault(error: unknown): void;
  /** The first fault, if there was one. */
  faulted(): { readonly error: unknown } | undefined;
}

/**
 * Makes an empty account.
 */
export function createActivity(): Activity {
  const inHand = new Map<number, string>();
  let begun = 0;
  let waiting = Promise.withResolvers<void>();
  let first: { readonly error: unknown } | undefined;
  const wake = (): void => {
    waiting.resolve();
    waiting = Promise.withResolvers();
  };
  return {
    begin(what) {
      const number = ++begun;
      inHand.set(number, what);
      return () => {
        if (inHand.delete(number)) wake();
      };
    },
    begun: () => begun,
    inHand: () => [...inHand.values()],
    ended: () => waiting.promise,
    fault(error) {
      first ??= { error };
      wake();
    },
    faulted: () => first,
  };
}
