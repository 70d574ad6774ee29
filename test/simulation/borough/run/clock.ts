/** The borough's clock: it stands until somebody does something, and never goes back. */
export interface Clock {
  /** In milliseconds. */
  now(): number;
  /** Goes on to an instant, unless it is past that already. */
  goTo(at: number): void;
  /** Goes on by what an invocation takes. */
  work(): void;
}

const invocation = 300;

/** Makes a clock that shows an instant. */
export function makeClock(begins: number): Clock {
  let at = begins;
  return {
    now: () => at,
    goTo(later) {
      at = Math.max(at, later);
    },
    work() {
      at += invocation;
    },
  };
}
