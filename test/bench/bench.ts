/** What every benchmark is given. */
export interface BenchContext {
  /** A folder of this run's own, removed at its end. */
  folder: string;
  /** The synthesised app: made once a run, by the first benchmark that asks. */
  synthesised(): Promise<string>;
  /** Whether to take the measurements that take minutes. */
  long: boolean;
}

/** One benchmark: it prints what it measured, and fails only when it would have measured something else. */
export interface Bench {
  title: string;
  run(context: BenchContext): Promise<void>;
}
