import type { FlagCode } from '../../../../schemas/flags.ts';

/** A system sends something. */
export interface Message {
  readonly kind: 'message';
  readonly at: number;
  readonly system: string;
  readonly body: string;
  /** The things that it tells of, so that what waits can be told from what is lost. */
  readonly about: readonly string[];
}
/** A system sends its list of everything that is in force. */
export interface NightlyList {
  readonly kind: 'list';
  readonly at: number;
  readonly system: string;
  readonly feed: string;
  readonly body: string;
  /** The file was cut off on its way: nobody believes it. */
  readonly cutOff?: true;
}
/** An officer decides. */
export interface Decision {
  readonly kind: 'decision';
  readonly at: number;
  readonly act: 'raise' | 'review' | 'clear';
  readonly code: FlagCode;
  /** `property/…` or `person/…`. */
  readonly on: string;
  readonly until?: string;
}
/** A system takes nothing that is pushed to it. */
export interface Outage {
  readonly system: string;
  readonly from: number;
  readonly to: number;
}
export type Act = Message | NightlyList | Decision;

/** Where the borough knows of trouble that would explain a wrong warning: what kind, where and from when to when. */
export interface Trouble {
  readonly cause: string;
  readonly homes?: readonly string[];
  readonly person?: string;
  /** The warnings that it makes wrong; all of them where none is named. */
  readonly codes?: readonly FlagCode[];
  readonly from: number;
  readonly to?: number;
}
