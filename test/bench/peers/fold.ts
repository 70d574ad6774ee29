import type { SystemEvent } from '../../../schemas/catalogue.ts';

/** What the peers keep of a home: as little as can be right or wrong, and the same whatever order it is heard in. */
export interface Folded {
  events: number;
  /** The latest by its time. */
  latest: string;
  /** A warning after three jobs: what the flags of the hub's rules are. */
  warned: boolean;
}

export const nothingFolded: Folded = { events: 0, latest: '', warned: false };

/** Adds an event that is new. */
export function fold(before: Folded, { time, id }: Pick<SystemEvent, 'time' | 'id'>): Folded {
  const [events, at] = [before.events + 1, `${time} ${id}`];
  return { events, latest: at > before.latest ? at : before.latest, warned: events >= 3 };
}

/** The home that an event is about. */
export function homeOf({ subject }: Pick<SystemEvent, 'subject'>): string {
  return subject ?? '';
}

/** How many homes are not what the events, each once, make of them. */
export function wrongAmong(events: readonly SystemEvent[], found: ReadonlyMap<string, Folded>): number {
  const right = Map.groupBy(events, homeOf);
  return [...right].filter(([home, own]) => {
    const wanted = own.reduce(fold, nothingFolded);
    const { events, latest, warned } = found.get(home) ?? nothingFolded;
    return events !== wanted.events || latest !== wanted.latest || warned !== wanted.warned;
  }).length;
}
