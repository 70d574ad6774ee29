import { parseFlagId } from '../../../functions/core/flags/flag-id.ts';

/** What one message of the hub says of one flag, as the receiving system reads it. */
export interface Notice {
  /** The flag’s id: the same through every announcement of it. */
  reference: string;
  version: number;
  active: boolean;
  /** The flag in the system's own words. */
  own: string;
  instruction: string;
  /** The homes that it shows on from now on, by UPRN. */
  homes: readonly string[];
}

/** A flag that a system shows on a home. */
export interface Shown {
  code: string;
  /** Whom or what it is about: `person/…` or `property/…`. */
  on: string;
  own: string;
  instruction: string;
}

/** A system's own set of flags, kept from what the hub sent and from nothing else. */
export interface FlagBoard {
  take(notice: Notice): void;
  shownAt(uprn: string): Shown[];
  /** The ids and versions of all flags that the system holds, wherever they show. */
  set(): { id: string; version: number }[];
  /** Forgets a flag, as if it had never been told of it. */
  lose(id: string): void;
  /** How many flags the system was ever told of, and how many of them it shows somewhere now. */
  count(): { told: number; standing: number };
}

/** Makes an empty board. Of each flag the highest version holds, in whatever order and however often messages come. */
export function makeFlagBoard(): FlagBoard {
  const latest = new Map<string, Notice>();
  const active = () => [...latest.values()].filter(notice => notice.active && notice.homes.length > 0);
  return {
    take(notice) {
      const held = latest.get(notice.reference);
      if (held === undefined || held.version < notice.version) latest.set(notice.reference, notice);
    },
    shownAt: uprn =>
      active()
        .filter(({ homes }) => homes.includes(uprn))
        .map(shownOf),
    set: () =>
      [...latest.values()]
        .filter(notice => notice.active)
        .map(({ reference: id, version }) => ({ id, version })),
    lose: id => void latest.delete(id),
    count: () => ({ told: latest.size, standing: active().length }),
  };
}

function shownOf({ reference, own, instruction }: Notice): Shown {
  const { code = reference, on = '' } = parseFlagId(reference) ?? {};
  return { code, on, own, instruction };
}
