import type { Notice } from '../flag-board.ts';

/** Reads a message of the hub as one system gets it. It throws when the message is not what that system was promised. */
export type ReadNative = (message: unknown) => Notice[];
