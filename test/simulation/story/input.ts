import type { Json } from '../world/process.ts';

/** One thing that somebody outside of the hub does, at a moment of a story. */
export type Input = {
  /** By it, an input can be left out of another run of the same seed. */
  readonly id: string;
  /** In milliseconds since the story began. */
  readonly at: number;
  readonly says: string;
} & (
  | {
      readonly does: 'tells';
      readonly system: string;
      readonly via: 'https' | 'queue';
      readonly items: readonly Json[];
    }
  | {
      readonly does: 'uploads';
      readonly system: string;
      readonly registration: Json;
      readonly content: string;
    }
  | { readonly does: 'decides'; readonly decision: Decision; readonly key?: string }
  | {
      readonly does: 'reads';
      readonly role: string;
      readonly path: string;
      readonly query?: Record<string, string>;
    }
  /** An officer looks what waits in quarantine and says what is to become of one of it. */
  | {
      readonly does: 'resolves';
      readonly role: string;
      readonly officer: string;
      readonly which: number;
      /** Of which input it has the key: of itself, when left out. */
      readonly key?: string;
    }
);

/** A decision of an officer about whatever flag is there when they look. */
export interface Decision {
  readonly what: 'raise' | 'clear' | 'review' | 'approve' | 'refuse' | 'told';
  readonly role: string;
  readonly officer: string;
  /** What it is raised on: a home or a person. */
  readonly on: string;
  readonly code: string;
  /** By chance, from 0 to 1: which of the flags that stand it is about. */
  readonly which: number;
}
