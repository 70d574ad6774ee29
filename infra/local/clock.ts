/** The hub's time: it flows as real time does, from whatever moment it was last set to. */
export interface Clock {
  /** Milliseconds to add to real time, shared with every execution environment. */
  readonly offset: SharedArrayBuffer;
  /** Sets the hub's time; environments see it at once. */
  set(date: Date): void;
  now(): Date;
}

/**
 * Makes a clock that shows real time until it is set.
 */
export function createClock(): Clock {
  const offset = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(offset);
  return {
    offset,
    set(date) {
      Atomics.store(cell, 0, BigInt(date.getTime() - Date.now()));
    },
    now: () => new Date(Date.now() + Number(Atomics.load(cell, 0))),
  };
}
