import type { EventOf, EventType } from './catalogue.ts';

declare const exact: unique symbol;

/** The data of an event but for its subjects, which the envelope is made of. */
export type DataOf<T extends EventType> = Omit<EventOf<T>['data'], 'subjects'>;
/** Data of which the compiler has made sure that it has no field beside those of the schema: only `eventContent` makes it. */
export type ExactData<T extends EventType> = DataOf<T> & { readonly [exact]: T };

/** What an event of one type says: its type and its data. */
export interface EventContent<T extends EventType> {
  type: T;
  data: ExactData<T>;
}
/** What an event of any of these types says; its type tells what its data is. */
export type ContentOf<T extends EventType> = { [K in T]: EventContent<K> }[T];

/** Data as it is written down: what is not known may be there as undefined. */
type Fields<D> = { [K in keyof D]: undefined extends D[K] ? D[K] | undefined : D[K] };

type Scalar = string | number | boolean | null | undefined;
type KeyOf<S> = S extends unknown ? keyof S : never;
type Member<S, K> = S extends unknown ? (K extends keyof S ? S[K] : never) : never;
type Unknown = 'this field is not in the schema of the event: add it in schemas/events/ or leave it out';
/** The type as it was given, with an impossible one for each field that the schema does not have, at any depth. */
type Exact<G, S> = G extends Scalar
  ? G
  : G extends readonly (infer I)[]
    ? readonly Exact<I, Extract<S, readonly unknown[]>[number]>[]
    : { [K in keyof G]: K extends KeyOf<S> ? Exact<G[K], Member<S, K>> : Unknown };

/**
 * Says something in the shared language. A field that the event's schema does not have is an error of the compiler, also
 * where it comes in by a spread, which TypeScript itself lets pass. What is undefined is left out: in the shared language
 * a thing that is not known is not there.
 */
export function eventContent<T extends EventType, D extends Fields<DataOf<T>>>(
  type: T,
  fields: D & Exact<D, DataOf<T>>,
): EventContent<T> {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { type, data: Object.fromEntries(known) as unknown as ExactData<T> };
}
