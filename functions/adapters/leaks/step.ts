import type { EventDraft } from '../contract.ts';
import { type Reading, read, together } from '../kit/reading.ts';
import type { LeakCells } from './vendor.ts';
import { happenedOf } from './when.ts';
import { placeOf } from './where.ts';

type Parts = Readonly<Record<string, (cells: LeakCells) => Reading<unknown>>>;
type ValueOf<R> = R extends (cells: LeakCells) => Reading<infer T> ? T : never;
type Read<P extends Parts> = { [K in keyof P]: ValueOf<P[K]> };
/** What a row of one step becomes. */
export type StepTranslation = (cells: LeakCells) => Reading<EventDraft[]>;

const always = { happened: happenedOf, place: placeOf };

/** Declares a step: which cells it reads beside the date and the home, and the events that they make. */
export function step<P extends Parts>(
  parts: P,
  draftsOf: (row: Read<P & typeof always>) => EventDraft[],
): StepTranslation {
  const readers = Object.entries<Parts[string]>({ ...always, ...parts });
  return cells => {
    const row = together(Object.fromEntries(readers.map(([name, reader]) => [name, reader(cells)])));
    return row.ok ? read(draftsOf(row.value as Read<P & typeof always>)) : row;
  };
}
