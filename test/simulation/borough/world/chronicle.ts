import type { Doubt } from '../accounting/wrongness.ts';
import type { Act, Decision, Trouble } from './act.ts';
import type { Chance } from './chance.ts';
import type { Thing, Told } from './thing.ts';
import { day, hour, minute } from './time.ts';

/** What a message tells of a thing. */
export type Tells = readonly [thing: Thing, says: Told['says'], happened?: number];

/** Which of the usual faults of systems there are. */
export interface Faults {
  /** Messages sent again, out of a hundred. */
  repeated: number;
  /** Messages that wait for hours or days in their system, out of a hundred, and so overtake each other. */
  late: number;
}

/** Everything that is said and decided in a borough, and what the hub is told by it. */
export interface Chronicle {
  readonly acts: Act[];
  readonly told: Told[];
  readonly troubles: Trouble[];
  readonly doubts: Doubt[];
  /** A system says something that has just happened, sooner or later. Gives the instant at which it is sent. */
  say(system: string, happened: number, item: object, tells: readonly Tells[], options?: Saying): number;
  decide(decision: Omit<Decision, 'kind'>, tells: readonly Tells[]): void;
}
/** Apart, so that the same things are said at the same instants however often they are repeated. */
interface Luck {
  lags: Chance;
  repeats: Chance;
}
interface Saying {
  /** Sent then, and not by chance. */
  sentAt?: number;
  /** From when on what is told is so, where that is still to come. */
  effective?: number;
}

/** Makes a chronicle in which nothing has happened, of which the hub hears nothing before it begins. */
export function makeChronicle(begins: number, { lags, repeats }: Luck, faults: Faults): Chronicle {
  const [acts, told, troubles, doubts]: [Act[], Told[], Trouble[], Doubt[]] = [[], [], [], []];
  const tell = (tells: readonly Tells[], at: number, heard: number) => {
    for (const [thing, says, happened = at] of tells) told.push({ thing, says, happened, heard });
  };
  return {
    ...{ acts, told, troubles, doubts },
    say(system, happened, item, tells, { sentAt, effective = 0 } = {}) {
      const at = sentAt ?? Math.max(begins, happened) + lagOf(lags, faults);
      const about = tells.map(([thing]) => thing.id);
      const message = { kind: 'message', at, system, body: JSON.stringify([item]), about } as const;
      acts.push(message);
      if (repeats.percent(faults.repeated))
        acts.push({ ...message, at: at + repeats.between(1, 4_000) * minute });
      tell(tells, happened, Math.max(at, effective));
      return at;
    },
    decide(decision, tells) {
      acts.push({ kind: 'decision', ...decision });
      const until = decision.until === undefined ? {} : { until: decision.until };
      for (const [thing, says] of tells)
        told.push({ thing, says, happened: decision.at, heard: decision.at, ...until });
    },
  };
}

/** Most things are sent within minutes; some by the end of the day, a few when somebody is back from leave. */
function lagOf(chance: Chance, { late }: Faults): number {
  const usual = chance.between(10, 600) * 1000;
  if (!chance.percent(late)) return usual;
  return chance.percent(70) ? chance.between(1, 12) * hour : chance.between(1, 4) * day + usual;
}
