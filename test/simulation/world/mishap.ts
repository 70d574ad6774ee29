import type { Place } from '../services/places.ts';
import type { Answer, Json } from './process.ts';

/** What befalls a call in place of going well. */
export type CallMishap =
  /** The service refuses, and has done nothing. */
  | { kind: 'refused'; answer: Answer }
  /** It never arrives. */
  | { kind: 'lost-call' }
  /** It is done, and nobody is told. */
  | { kind: 'lost-answer' }
  /** It is done in part, or otherwise than asked. */
  | { kind: 'changed'; request: (body: Json) => Json; answer: (answer: Answer, body: Json) => Answer }
  /** The process ends, before the call leaves or after it was done. */
  | { kind: 'killed'; after: boolean }
  /** The process stands still for a while before the call leaves. */
  | { kind: 'stalled'; milliseconds: number }
  /** It takes long. */
  | { kind: 'slow'; milliseconds: number }
  /** It is held up until others have written so often what it names, or for so long: on its way, or before it leaves. */
  | { kind: 'held'; places: readonly Place[]; writes: number; milliseconds: number; hasLeft: boolean };

/** What befalls a message on its way. */
export type MessageMishap =
  | { kind: 'twice'; milliseconds: number }
  | { kind: 'delayed'; milliseconds: number };
