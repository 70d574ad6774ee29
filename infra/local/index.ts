/** The hub: a synthesised CDK app, running on this machine. */
export type { DeadLetter, LocalHub, LocalHubOptions, ServiceName, SettleOptions } from './hub.ts';
export { findJava } from './java.ts';
export { startLocalHub } from './start-local-hub.ts';
export { type SynthesiseOptions, synthesise } from './synthesise.ts';
