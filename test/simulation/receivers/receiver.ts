import type { Json } from '../world/process.ts';
import { type Reading, readings, type Shown } from './readings.ts';

/**
 * How a system takes what it is sent: it keeps the greater version; or the last message wins, as in sheets and rows; or it
 * says of itself what is not so, and loses what it has.
 */
export type ReceiverKind = 'comparing' | 'naive' | 'lying';

/** A warning that a system holds. */
export interface Holding {
  version: number;
  shown: Shown | undefined;
}

/** A team's system at the other end. */
export interface Receiver {
  readonly system: string;
  readonly kind: ReceiverKind;
  /** What it shows now, by the hub's id of the flag. */
  readonly showing: ReadonlyMap<string, Shown>;
  /** What it would say that it holds. */
  readonly versions: ReadonlyMap<string, number>;
  /** Takes a message. @returns what it said */
  take(body: Json): Reading;
  /** Takes away what it is told that nobody owes it. */
  drop(reference: string): void;
  /** Loses some of what it has, without a word. */
  forget(isLost: (reference: string) => boolean): void;
}

/** Makes a system that shows nothing. */
export function makeReceiver(system: string, kind: ReceiverKind): Receiver {
  const read = readings[system];
  if (read === undefined) throw new Error(`Nobody knows how ${system} reads what it is sent`);
  const holdings = new Map<string, Holding>();
  return {
    system,
    kind,
    get showing() {
      return new Map(
        [...holdings].flatMap(([reference, { shown }]) =>
          shown === undefined ? [] : [[reference, shown] as const],
        ),
      );
    },
    get versions() {
      const shown = [...holdings].filter(([, holding]) => holding.shown !== undefined);
      return new Map(shown.map(([reference, { version }]) => [reference, version]));
    },
    take(body) {
      const reading = read(body);
      const held = holdings.get(reading.reference);
      const isOld = kind !== 'naive' && held !== undefined && reading.version < held.version;
      if (!isOld) holdings.set(reading.reference, { version: reading.version, shown: reading.shown });
      return reading;
    },
    drop(reference) {
      const held = holdings.get(reference);
      if (held !== undefined) held.shown = undefined;
    },
    forget(isLost) {
      for (const reference of [...holdings.keys()]) if (isLost(reference)) holdings.delete(reference);
    },
  };
}
