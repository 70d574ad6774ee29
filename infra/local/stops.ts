/** Things to stop, in the order opposite to their start. */
export interface Stops {
  add(stop: () => unknown): void;
  /** Stops everything once; whoever asks again waits for the same end. */
  all(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Makes a list of things to stop. Ctrl-C and SIGTERM stop them too, and then do what they always do.
 */
export function createStops(): Stops {
  const stops: (() => unknown)[] = [];
  let ending: Promise<void> | undefined;
  const all = (): Promise<void> => {
    ending ??= end();
    return ending;
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    void all().finally(() => process.kill(process.pid, signal));
  };
  async function end(): Promise<void> {
    const failures: unknown[] = [];
    for (const stop of stops.toReversed()) {
      try {
        await stop();
      } catch (error) {
        failures.push(error);
      }
    }
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be stopped');
  }
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return { add: stop => stops.push(stop), all };
}
