import type { SystemEventType } from '../../../schemas/catalogue.ts';
import type { ContentOf } from '../../../schemas/event-content.ts';
import type { SealedText } from '../../../schemas/parts.ts';
import type { Uprn } from '../../../schemas/reference.ts';

/** What a flag should be raised on instead: a person, or a property; which property, where there is only one. */
export type RaiseOn = { kind: 'person' } | { kind: 'property'; uprn?: Uprn };

/**
 * Why a decision is refused. `forbidden`: not for this team. `not-alone`: not for the person who asked for it. `conflict`: not as the flag stands now. `invalid`:
 * a field is invalid, `errors` says which. How it is answered, the endpoint knows.
 */
export interface Refusal {
  kind: 'forbidden' | 'not-alone' | 'conflict' | 'invalid';
  detail: string;
  errors?: { path: string; message: string }[];
  raiseOn?: RaiseOn;
}

/** The event that a decision becomes, without its subject. */
export type DecisionEvent = ContentOf<
  | Extract<SystemEventType, `housing.flag.${string}`>
  | 'housing.person.merged.v1'
  | 'housing.person.separated.v1'
>;

export type RefusedDecision = { ok: false; refusal: Refusal };
export type DecisionResult = { ok: true; event: DecisionEvent } | RefusedDecision;

/** The decision is made: this is what it says. */
export function decided(event: DecisionEvent): DecisionResult {
  return { ok: true, event };
}

/** What is asked for is not for this team. */
export function forbidden(detail: string): RefusedDecision {
  return { ok: false, refusal: { kind: 'forbidden', detail } };
}

/** What is asked for is for a second person, and this is the first. */
export function notAlone(detail: string): RefusedDecision {
  return { ok: false, refusal: { kind: 'not-alone', detail } };
}

/** What is asked for does not fit how the flag stands. */
export function conflict(detail: string): RefusedDecision {
  return { ok: false, refusal: { kind: 'conflict', detail } };
}

/** One field is wrong; `raiseOn` where the flag is to be raised on something else. */
export function invalid(path: string, message: string, raiseOn?: RaiseOn): RefusedDecision {
  return {
    ok: false,
    refusal: {
      kind: 'invalid',
      detail: message,
      errors: [{ path, message }],
      ...(raiseOn === undefined ? {} : { raiseOn }),
    },
  };
}

/** What an officer found at a home, and says to be of the home alone. */
export function found(text: string): SealedText {
  return { text, classification: 'personal', finding: true };
}

/** What an officer writes may say something of a person. */
export function sealed(text: string): SealedText {
  return { text, classification: 'special-category' };
}
