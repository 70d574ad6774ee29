import type { FaultKind } from './fault.ts';

/** Every kind of fault. */
export const kinds: readonly FaultKind[] = [];
