import type { Instant } from '../../../schemas/reference.ts';
import { compareStamps, type Stamp } from '../record/registers.ts';
import type { OpenCase } from '../record/subject-record.ts';

/** Why a rule holds: since when, and the events that made it so. */
export interface Finding {
  since: Instant;
  /** When the newest of the events happened. */
  latest: Instant;
  events: readonly string[];
  /** What it stands for, by the references that every team may use. */
  references?: readonly string[];
}

/** What these happenings come to, in the order in which they happened; nothing where there is none. */
export function findingOf(happenings: readonly Stamp[]): Finding | undefined {
  const [first, ...later] = happenings.toSorted(compareStamps);
  if (first === undefined) return undefined;
  const latest = later.at(-1) ?? first;
  return { since: first.at, latest: latest.at, events: [first, ...later].map(({ id }) => id) };
}

/** What these open things come to, each by its opening and under its reference. */
export function findingOfOpen(
  open: readonly Pick<OpenCase, 'openedAt' | 'openedBy' | 'reference'>[],
): Finding | undefined {
  const finding = findingOf(open.map(openingOf));
  return finding && { ...finding, references: [...new Set(open.map(({ reference }) => reference))].sort() };
}

/** When something was opened, and by which event. */
export function openingOf({ openedAt: at, openedBy: id }: Pick<OpenCase, 'openedAt' | 'openedBy'>): Stamp {
  return { at, rank: 0, id };
}
