/**
 * How long the runner waits for what has to come before it takes it for lost, in milliseconds. It waits for conditions,
 * so this only bounds how late a failure is noticed: it is far above what even a machine at many times its capacity needs.
 */
export const PATIENCE_MS = 10 * 60_000;
