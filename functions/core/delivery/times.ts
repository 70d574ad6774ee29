/** When a failed message is retried, and when the hub gives up: data, in seconds. */
export const retryPolicy = {
  /** Full jitter: anything up to this, twice that, four times … */
  base: 10,
  /**
   * … but never more than twenty minutes: a system that is back is sent its messages soon, and what is tried to the end is
   * received about 720 times, within the thousand receives that SQS counts to.
   */
  cap: 20 * 60,
  /** Around a time that somebody named, messages spread out by this much. */
  spread: 60,
  /**
   * After this many days the message is a dead letter. What it said is not given up: what a system holds is compared with
   * what it is owed, and the difference is sent again for as long as there is one.
   */
  givenUpAfterDays: 5,
} as const;

/** When a system is sent again what it is owed and does not hold, and how much: data, times in seconds. */
export const catchUpPolicy = {
  /** The usual way has had this long: it retries at least as often. */
  after: 30 * 60,
  /** So many are put into the queue by one run; the next measurement starts the next. */
  most: 2_500,
  /** Sent again and still not held, it is sent once more after this, then after twice that … and at least once a day. */
  unsent: { first: 60 * 60, longest: 24 * 60 * 60 },
  /**
   * What lies in an inbox, or was fetched, and is not acknowledged is left to the system for a day, then for two, four …
   * and at most for a week, which is how long an inbox keeps a message.
   */
  sent: { first: 24 * 60 * 60, longest: 7 * 24 * 60 * 60 },
} as const;
