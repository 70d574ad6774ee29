/** A message that a function deferred for less than this is tried again at once, as any failed one is. */
const WORTH_WAITING_SECONDS = 30;

/** The messages that functions deferred for long: they rest until the hub's clock gets there. */
export interface Deferrals {
  /** Notes that a message is hidden for so many seconds, if that is long enough to be rest. */
  note(queue: string, receiptHandle: string, seconds: number): void;
  has(receiptHandle: string): boolean;
  forget(receiptHandle: string): void;
  /** How many messages of a queue rest. */
  count(queue: string): number;
  /** Takes those whose time has come by the hub's clock. */
  takeDue(): Map<string, string[]>;
}

interface Deferral {
  readonly queue: string;
  /** By the hub's clock. */
  readonly until: number;
  /** By the machine's: then the emulator shows the message again by itself. */
  readonly hiddenUntil: number;
}

/**
 * Makes an empty account.
 *
 * @param now the hub's time
 */
export function createDeferrals(now: () => Date): Deferrals {
  const all = new Map<string, Deferral>();
  const resting = (): [string, Deferral][] => {
    for (const [handle, { hiddenUntil }] of all) if (hiddenUntil <= Date.now()) all.delete(handle);
    return [...all];
  };
  return {
    note(queue, receiptHandle, seconds) {
      if (seconds < WORTH_WAITING_SECONDS) return;
      const milliseconds = seconds * 1000;
      const until = now().getTime() + milliseconds;
      all.set(receiptHandle, { queue, until, hiddenUntil: Date.now() + milliseconds });
    },
    has: receiptHandle => all.has(receiptHandle),
    forget(receiptHandle) {
      all.delete(receiptHandle);
    },
    count: queue => resting().filter(([, deferral]) => deferral.queue === queue).length,
    takeDue() {
      const due = resting().filter(([, { until }]) => until <= now().getTime());
      for (const [handle] of due) all.delete(handle);
      const byQueue = Map.groupBy(due, ([, { queue }]) => queue);
      return new Map([...byQueue].map(([queue, some]) => [queue, some.map(([handle]) => handle)]));
    },
  };
}
